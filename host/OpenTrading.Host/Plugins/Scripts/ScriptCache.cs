using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>
/// Compiled scripts on disk, the latest of each path. An entry leads with a hash of the rest, so one that is torn or edited is as good as
/// absent; then the key it was stored under, so one of other sources or another compiler is too.
/// </summary>
internal sealed class ScriptCache(string folder)
{
    private const int Head = SHA256.HashSizeInBytes + SHA256.HashSizeInBytes + sizeof(int);

    /// <summary>The entry; null when there is none for this key.</summary>
    /// <param name="path">The script, always by the same path.</param>
    /// <param name="key">Hash over everything that the entry depends on.</param>
    public ScriptImage? Find(string path, ReadOnlySpan<byte> key)
    {
        byte[] entry;
        try
        {
            entry = File.ReadAllBytes(FileOf(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (entry.Length < Head
            || !SHA256.HashData(entry.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(entry.AsSpan(0, SHA256.HashSizeInBytes))
            || !key.SequenceEqual(entry.AsSpan(SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(entry.AsSpan(Head - sizeof(int)));
        return new ScriptImage(entry[Head..(Head + length)], entry[(Head + length)..], FromCache: true);
    }

    /// <summary>Keeps an image, in place of the path's earlier one.</summary>
    public void Store(string path, ReadOnlySpan<byte> key, ScriptImage image)
    {
        byte[] entry = new byte[Head + image.Assembly.Length + image.Symbols.Length];
        key.CopyTo(entry.AsSpan(SHA256.HashSizeInBytes));
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(Head - sizeof(int)), image.Assembly.Length);
        image.Assembly.CopyTo(entry.AsSpan(Head));
        image.Symbols.CopyTo(entry.AsSpan(Head + image.Assembly.Length));
        SHA256.HashData(entry.AsSpan(SHA256.HashSizeInBytes), entry);

        try
        {
            Directory.CreateDirectory(folder);
            string unfinished = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(unfinished, entry);
            File.Move(unfinished, FileOf(path), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs time and nothing else.
        }
    }

    private string FileOf(string path)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(path));
        return Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(path)}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}.script");
    }
}
