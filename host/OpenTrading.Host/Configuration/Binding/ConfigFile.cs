using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>Reads a configuration file and the one it extends into flat paths. A later file's value replaces an earlier one's.</summary>
internal static class ConfigFile
{
    private const string Extends = "extends";
    private const int MaxChain = 8;

    /// <summary>Values of <paramref name="path"/> and of the files it extends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="remedy">What to do where it does not exist.</param>
    /// <exception cref="ConfigurationException">A file is missing, is not TOML, or the chain has no end.</exception>
    public static Dictionary<string, ConfigNode> Read(string path, string remedy = "name an existing one with --config")
    {
        if (!File.Exists(path))
        {
            throw Fault(null, Shown(path), $"no such file; {remedy}");
        }

        var nodes = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        Read(path, nodes, MaxChain, extendedBy: null);
        return nodes;
    }

    /// <summary>Key under which a path is kept; a dot inside a quoted part stays apart from one between parts.</summary>
    public static string KeyOf(IEnumerable<string> path) => string.Join('\u001f', path);

    private static void Read(string path, Dictionary<string, ConfigNode> nodes, int depth, ConfigNode? extendedBy)
    {
        string shown = Shown(path);
        if (!File.Exists(path))
        {
            throw Fault(extendedBy, shown, "no such file; put it there, or extend another");
        }

        if (depth == 0)
        {
            throw Fault(extendedBy, shown, $"more than {MaxChain} files extend each other; remove the circle");
        }

        TomlTable root = Parse(path, shown);
        if (root.Find(Extends) is { } extends)
        {
            var node = new ConfigNode([Extends], extends.Value, shown, extends.KeyPosition);
            if (extends.Value is not TomlString { Value: { Length: > 0 } parent })
            {
                throw Fault(node, shown, "extends must be the name of a file beside this one");
            }

            Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, parent), nodes, depth - 1, node);
        }

        Flatten(root, [], shown, nodes);
    }

    private static TomlTable Parse(string path, string shown)
    {
        try
        {
            return TomlReader.Read(File.ReadAllBytes(path), shown);
        }
        catch (TomlException e)
        {
            throw new ConfigurationException([new ConfigError(e.File, e.Position, e.Reason)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([new ConfigError(shown, null, $"cannot be read: {e.Message}")]);
        }
    }

    private static void Flatten(TomlTable table, string[] prefix, string file, Dictionary<string, ConfigNode> nodes)
    {
        foreach (TomlEntry entry in table.Entries)
        {
            string[] path = [.. prefix, entry.Key];
            if (entry.Value is TomlTable inner)
            {
                Flatten(inner, path, file, nodes);
            }
            else if (path is not [Extends])
            {
                nodes[KeyOf(path)] = new ConfigNode(path, entry.Value, file, entry.KeyPosition);
            }
        }
    }

    private static ConfigurationException Fault(ConfigNode? at, string file, string message) => new(
        [at is null ? new ConfigError(file, null, message) : new ConfigError(at.File, at.KeyPosition, $"{file}: {message}")]);

    private static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative.Replace('\\', '/');
    }
}
