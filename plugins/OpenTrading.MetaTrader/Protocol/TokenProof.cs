using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>How both sides show that they know the token, without saying it: HMAC-SHA256 over who speaks and both nonces, in lower-case hex.</summary>
/// <param name="token">The token, trimmed; empty where none is configured.</param>
internal sealed class TokenProof(string token)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(token);

    /// <summary>Whether there is a token at all.</summary>
    public bool HasToken => _key.Length > 0;

    /// <summary>A nonce that was never used: 32 characters of lower-case hex.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Whether a text has the form of a nonce.</summary>
    public static bool IsNonce(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What the host sends to prove itself.</summary>
    public string OfHost(string expertNonce, string hostNonce) => Mac($"host{expertNonce}{hostNonce}");

    /// <summary>What the expert sends to prove itself.</summary>
    public string OfExpert(string hostNonce, string expertNonce) => Mac($"ea{hostNonce}{expertNonce}");

    /// <summary>Whether what the expert sent is right, in time that does not depend on how wrong it is.</summary>
    public bool IsOfExpert(string mac, string hostNonce, string expertNonce) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(OfExpert(hostNonce, expertNonce)));

    private string Mac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
