using System.CommandLine;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Options that every command has.</summary>
internal sealed class CliOptions
{
    private const string DefaultFile = "config/opentrading.toml";

    private readonly Option<string?> _config = new("--config") { Description = $"Configuration file. Default: {DefaultFile}.", Recursive = true, HelpName = "FILE" };
    private readonly Option<string?> _home = new("--home") { Description = "Folder that keeps everything. Default: data/ beside the configuration's folder.", Recursive = true, HelpName = "DIR" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document.", Recursive = true };

    /// <summary>Adds them to the root.</summary>
    public void AddTo(RootCommand root)
    {
        root.Add(_config);
        root.Add(_home);
        root.Add(_json);
    }

    public Terminal Terminal(ParseResult arguments) => new(arguments.GetValue(_json));

    /// <summary>The file asked for, else the one of the working directory, else the one that came with the program.</summary>
    public string ConfigFile(ParseResult arguments) =>
        arguments.GetValue(_config)
        ?? (File.Exists(DefaultFile) ? DefaultFile : Path.Combine(AppContext.BaseDirectory, DefaultFile));

    public HostConfiguration Configuration(ParseResult arguments) => ConfigurationLoader.Load(ConfigFile(arguments));

    public HomeFolder Home(ParseResult arguments) => HomeFolder.Open(arguments.GetValue(_home), ConfigFile(arguments));

    /// <summary>The home where it is there already; null otherwise.</summary>
    public HomeFolder? ExistingHome(ParseResult arguments) => HomeFolder.Find(arguments.GetValue(_home), ConfigFile(arguments));
}
