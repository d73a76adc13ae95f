using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Host.Plugins;

/// <summary>One SHA-256 for a whole plugin folder: a pin of the main assembly alone would let its dependencies be exchanged.</summary>
internal static class PluginDigest
{
    /// <summary>Hash over a line <c>relative/path SHA256</c> for every file, in ordinal order of the paths; lower-case hex.</summary>
    public static string OfFolder(string folder)
    {
        IEnumerable<string> lines = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => $"{f.Name} {OfFile(f.Path)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static string OfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
