using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Kernel.Journal;

/// <summary>Keeps secrets and floods of text out of the journal. Applied before hashing, so the chain holds over what is stored.</summary>
public static class Redaction
{
    /// <summary>Longest text that is kept whole, characters.</summary>
    public const int LongestText = 4096;

    private static readonly SearchValues<string> Secrets = SearchValues.Create(
        ["password", "passphrase", "secret", "token", "totp", "authorization", "cookie", "api_key"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in the place of a secret.</summary>
    public static ReadOnlySpan<byte> Replacement => "\"[redacted]\""u8;

    /// <summary>Whether the value under a name is a secret by that name.</summary>
    public static bool Hides(string name) => name.AsSpan().ContainsAny(Secrets);

    /// <summary>Cuts text over 4096 characters and names what was cut: its whole length in characters and the SHA-256 of its UTF-8.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= LongestText) return text;
        var kept = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, kept)} [cut: length {text.Length}, sha256 {digest}]");
    }
}
