using System.Text.Json;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Canonical JSON, a subset of RFC 8785: UTF-8 without whitespace, members sorted by UTF-16 code units and none twice, integers within
/// +-(2^53-1) as the only numbers, the fewest escapes, no lone surrogates, depth at most 32. Equal values have equal bytes.
/// </summary>
public static class CanonicalJson
{
    public const int MaxDepth = 32;

    /// <summary>The canonical bytes, nothing redacted.</summary>
    /// <exception cref="ArgumentException">A name occurs twice, a text holds a lone surrogate, or the nesting is deeper than 32.</exception>
    public static byte[] Write(JournalPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var writer = new CanonicalWriter(redacts: false);
        writer.Object(payload, depth: 1);
        return writer.Written.ToArray();
    }

    /// <summary>True when the bytes are exactly one value in canonical form; else says why not and at which byte.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> utf8, out string? reason)
    {
        var reader = new CanonicalReader(utf8);
        var canonical = reader.IsUtf8() && reader.Value(depth: 1) && reader.End();
        reason = reader.Reason;
        return canonical;
    }

    /// <summary>Reads bytes that must be canonical.</summary>
    /// <exception cref="FormatException">They are not; the message says why and at which byte.</exception>
    public static JsonElement Read(ReadOnlySpan<byte> utf8)
    {
        if (!IsCanonical(utf8, out var reason)) throw new FormatException($"Not canonical JSON: {reason}.");
        return JsonElement.Parse(utf8);
    }
}
