using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>Reads a script and the files it loads. No compiler is needed for it, so a script in the cache never wakes one.</summary>
internal sealed class ScriptReader
{
    /// <summary>Most bytes of a file. Nobody writes a strategy as long; something else was dropped into the folder.</summary>
    public const int LargestFile = 1 << 20;

    /// <summary>When two paths are one.</summary>
    public static readonly StringComparer PathComparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private readonly string _root;
    private readonly string _folder;
    private readonly string _realFolder;
    private readonly List<ScriptText> _files = [];
    private readonly List<ScriptError> _errors = [];
    private readonly HashSet<string> _seen = new(PathComparer);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private ScriptReader(string root)
    {
        _root = root;
        _folder = Path.GetFullPath(root);
        _realFolder = RealPath(_folder);
    }

    /// <summary>Reads a script with its <c>#load</c> closure.</summary>
    /// <param name="path">The script.</param>
    /// <param name="root">The scripts folder. No <c>#load</c> leads out of it.</param>
    /// <param name="shown">How errors and stack traces name the script. Default: as <paramref name="path"/>.</param>
    /// <exception cref="ScriptException">A file is absent, no text or too large, or a directive is malformed or refused.</exception>
    /// <exception cref="ArgumentException">The script does not lie in the folder.</exception>
    public static ScriptSources Read(string path, string root, string? shown = null)
    {
        shown ??= path;
        var reader = new ScriptReader(root);
        string full = Path.GetFullPath(path);
        if (reader.NameOf(full) is not { } name)
        {
            throw new ArgumentException($"{path} does not lie in {root}.", nameof(path));
        }

        using (reader._hash)
        {
            reader._seen.Add(full);
            reader.Add(full, name, shown, (id, text) => new ScriptError(shown, 1, 1, id, text));
            return reader._errors.Count == 0
                ? new ScriptSources(shown, reader._files, Convert.ToHexStringLower(reader._hash.GetHashAndReset()))
                : throw new ScriptException(reader._errors);
        }
    }

    private void Add(string full, string name, string shown, Func<string, string, ScriptError> unreadable)
    {
        byte[] bytes;
        try
        {
            long length = new FileInfo(full).Length;
            if (length > LargestFile)
            {
                _errors.Add(unreadable(ScriptErrorIds.Unreadable, FormattableString.Invariant($"{name} has {length:N0} bytes; a script may have {LargestFile:N0}. Split it or move it elsewhere.")));
                return;
            }

            bytes = File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _errors.Add(unreadable(ScriptErrorIds.Unreadable, e is FileNotFoundException or DirectoryNotFoundException ? $"{name} is not there." : $"{name} cannot be read: {e.Message}"));
            return;
        }

        if (ScriptDecoding.Fault(bytes, shown) is { } fault)
        {
            _errors.Add(fault);
            return;
        }

        Hash(Encoding.UTF8.GetBytes(name));
        Hash(bytes);
        string text = ScriptDecoding.Text(bytes);
        _files.Add(new ScriptText(name, shown, text));
        foreach (ScriptDirective directive in ScriptHead.Read(text))
        {
            Follow(directive, Path.GetDirectoryName(full)!, shown);
        }
    }

    private void Follow(ScriptDirective directive, string folder, string shown)
    {
        ScriptError At(string id, string text) => new(shown, directive.Line, directive.Column, id, text);
        if (directive.Name == "r")
        {
            _errors.Add(At(ScriptErrorIds.Reference, "#r brings an assembly, and a script has none but the SDK and the base library; write a plugin project for it, or #load source."));
            return;
        }

        if (directive.Argument is not { } target)
        {
            _errors.Add(At(ScriptErrorIds.MalformedLoad, "write #load \"neighbour.csx\"."));
            return;
        }

        // A script written on Windows is read everywhere.
        string full = Path.GetFullPath(target.Replace('\\', '/'), folder);
        if (Path.IsPathRooted(target) || NameOf(full) is not { } name || !PathComparer.Equals(Path.GetExtension(full), ".csx"))
        {
            _errors.Add(At(ScriptErrorIds.LoadOutside, $"\"{target}\" is no .csx file of the scripts folder; #load takes one by its path from this file, within {_root}."));
        }
        else if (!File.Exists(full))
        {
            _errors.Add(At(ScriptErrorIds.LoadNotFound, $"\"{target}\" is not there; it would be {Shown(name)}."));
        }
        else if (!IsWithin(RealPath(full), _realFolder))
        {
            _errors.Add(At(ScriptErrorIds.LoadOutside, $"\"{target}\" is a link that leads out of {_root}; copy the file."));
        }
        else if (_seen.Add(full))
        {
            // Seen once is enough: two files may load each other.
            Add(full, name, Shown(name), At);
        }
    }

    private string Shown(string name) => Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar));

    private string? NameOf(string full) => IsWithin(full, _folder) ? Path.GetRelativePath(_folder, full).Replace('\\', '/') : null;

    private static bool IsWithin(string full, string folder) =>
        Path.GetRelativePath(folder, full) is var relative && !Path.IsPathRooted(relative) && relative != "." && relative.Split('/', '\\')[0] != "..";

    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        string real = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : real;
    }

    // Each part is led by its length, or two files could be cut elsewhere and hash the same.
    private void Hash(byte[] bytes)
    {
        _hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        _hash.AppendData(bytes);
    }
}
