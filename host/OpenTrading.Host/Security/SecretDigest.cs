using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Host.Security;

/// <summary>Random secrets of 256 bits, and what is kept of them: their SHA-256. A hash without salt and rounds suffices, for nobody guesses 256 bits.</summary>
internal static class SecretDigest
{
    private const int Bytes = 32;

    /// <summary>A new secret: 32 random bytes in base64url behind a prefix that says what it is.</summary>
    public static string NewSecret(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Lower-case hex SHA-256 of a secret.</summary>
    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two digests are equal, in a time that does not tell where they differ.</summary>
    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
