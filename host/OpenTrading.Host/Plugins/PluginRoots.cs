namespace OpenTrading.Host.Plugins;

/// <summary>
/// The folders in which plugins lie, and the convention by which they are found: a folder <c>NAME</c> holds <c>NAME.dll</c>, a file
/// <c>NAME.csx</c> is a script. Scripts may lie in a subfolder <c>scripts</c>; one whose name begins with an underscore is there for others to load.
/// </summary>
/// <param name="shipped">Folders of the program.</param>
/// <param name="own">Folders of the home.</param>
internal sealed class PluginRoots(IReadOnlyList<string> shipped, IReadOnlyList<string> own)
{
    /// <summary>Ending of a script's name.</summary>
    public const string ScriptEnding = ".csx";

    private const string ScriptFolder = "scripts";

    /// <summary>Folders whose changes matter while the host runs: what came with the program changes only with it.</summary>
    public IReadOnlyList<string> Own => own;

    /// <summary>Where a new script belongs.</summary>
    public static string ScriptsIn(string strategies) => Path.Combine(strategies, ScriptFolder);

    /// <summary>Whether a path is a folder for scripts.</summary>
    public static bool IsScriptFolder(string path) => Path.GetFileName(path) == ScriptFolder;

    /// <summary>Every plugin: the program's before the home's, each by name.</summary>
    public IReadOnlyList<PluginFile> Find() => [.. shipped.SelectMany(r => Find(r, isShipped: true)), .. own.SelectMany(r => Find(r, isShipped: false))];

    /// <summary>Id of the plugin that a changed path belongs to; null when it belongs to none.</summary>
    public string? Owner(string path)
    {
        foreach (string root in own)
        {
            string relative = Path.GetRelativePath(root, path);
            if (relative == "." || Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
            string name = parts[0] == ScriptFolder && parts.Length > 1 ? parts[1] : parts[0];
            return IsScript(name) ? Path.GetFileNameWithoutExtension(name)
                : parts[0] == ScriptFolder || Path.GetExtension(name) == ScriptEnding ? null
                : name;
        }

        return null;
    }

    private static IEnumerable<PluginFile> Find(string root, bool isShipped)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        IEnumerable<PluginFile> folders = Directory.GetDirectories(root)
            .Select(folder => (Folder: folder, Name: Path.GetFileName(folder)))
            .Where(f => f.Name != ScriptFolder && !f.Name.StartsWith('.'))
            .Select(f => new PluginFile(f.Name, PluginKind.Assembly, Path.Combine(f.Folder, f.Name + ".dll"), isShipped));
        IEnumerable<PluginFile> scripts = new[] { root, Path.Combine(root, ScriptFolder) }
            .Where(Directory.Exists)
            .SelectMany(Directory.GetFiles)
            .Where(IsScript)
            .Select(script => new PluginFile(Path.GetFileNameWithoutExtension(script), PluginKind.Script, script, isShipped));
        return folders.Concat(scripts).OrderBy(f => f.Id, StringComparer.Ordinal);
    }

    private static bool IsScript(string path) =>
        Path.GetExtension(path) == ScriptEnding && Path.GetFileName(path) is { } name && !name.StartsWith('_') && !name.StartsWith('.');
}
