using System.Text;
using System.Text.Json;

namespace OpenTrading.Kernel.Journal;

/// <summary>Actors and types repeat in nearly every record; each is decoded to one string only.</summary>
internal sealed class NameCache
{
    private const int Capacity = 1024;
    private const int LongestCached = 128;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="content">What stands between the quotes of a canonical string.</param>
    public string Get(ReadOnlySpan<byte> content)
    {
        if (content.Length > LongestCached || content.Contains((byte)'\\')) return Decode(content);
        Span<char> characters = stackalloc char[LongestCached];
        var name = characters[..Encoding.UTF8.GetChars(content, characters)];
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out var known)) return known;
        var decoded = name.ToString();
        if (_names.Count < Capacity) _names.Add(decoded);
        return decoded;
    }

    public static string Decode(ReadOnlySpan<byte> content)
    {
        byte[] quoted = [(byte)'"', .. content, (byte)'"'];
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }
}
