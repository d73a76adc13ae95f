namespace OpenTrading.Host.Home;

/// <summary>The folder that holds everything a host keeps. One host at a time works in it.</summary>
internal sealed class HomeFolder
{
    private HomeFolder(string root) => Root = root;

    public string Root { get; }

    public string Store => Path.Combine(Root, "store");

    public string Audit => Path.Combine(Root, "audit");

    public string State => Path.Combine(Root, "state");

    /// <summary>What plugins keep, a file each.</summary>
    public string PluginStates => Path.Combine(State, "plugins");

    public string Keys => Path.Combine(Root, "keys");

    public string Tokens => Path.Combine(Keys, "tokens.json");

    public string Operators => Path.Combine(Keys, "operators.json");

    public string Import => Path.Combine(Root, "import");

    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Backtests and sweeps of the running host, a folder each.</summary>
    public string Backtests => Path.Combine(Reports, "backtests");

    public string Plugins => Path.Combine(Root, "plugins");

    /// <summary>Plugins that an operator switched off.</summary>
    public string PluginsOff => Path.Combine(State, "plugins_off.json");

    /// <summary>Calls of the journal, to be searched; may be deleted while no host runs.</summary>
    public string Calls => Path.Combine(State, "calls.db");

    /// <summary>Compiled scripts; may be deleted at any time.</summary>
    public string ScriptCache => Path.Combine(State, "scripts");

    public string Strategies => Path.Combine(Root, "strategies");

    /// <summary>The home asked for, else OPENTRADING_HOME, else <c>data/</c> beside the folder of the configuration file.</summary>
    /// <exception cref="HomeException">The folder cannot be made.</exception>
    /// <exception cref="FormatException">The name asked for is empty.</exception>
    public static HomeFolder Open(string? asked, string configurationFile)
    {
        string root = RootOf(asked, configurationFile);
        var home = new HomeFolder(root);
        try
        {
            foreach (string folder in (string[])["store", "audit", "state", "models", "reports", "logs", "import", "keys", "plugins", "strategies"])
            {
                Directory.CreateDirectory(Path.Combine(root, folder));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HomeException($"{root}: the home folder cannot be made ({e.Message}); name a writable one with --home.");
        }

        return home;
    }

    /// <summary>The same home where it is there already; null otherwise. Makes nothing.</summary>
    /// <exception cref="FormatException">The name asked for is empty.</exception>
    public static HomeFolder? Find(string? asked, string configurationFile) =>
        RootOf(asked, configurationFile) is var root && Directory.Exists(Path.Combine(root, "state")) ? new HomeFolder(root) : null;

    private static string RootOf(string? asked, string configurationFile) => Path.GetFullPath(
        Named(asked)
        ?? (Environment.GetEnvironmentVariable("OPENTRADING_HOME") is { Length: > 0 } variable ? variable : null)
        ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(configurationFile))!, "..", "data"));

    private static string? Named(string? asked) =>
        asked is not null && string.IsNullOrWhiteSpace(asked) ? throw new FormatException("--home is empty; name a folder.") : asked;
}
