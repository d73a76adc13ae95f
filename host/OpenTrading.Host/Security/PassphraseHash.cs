using System.Security.Cryptography;
using System.Text;

namespace OpenTrading.Host.Security;

/// <summary>What is kept of a passphrase.</summary>
/// <param name="Alg"><c>pbkdf2-sha256</c>.</param>
/// <param name="Iter">Iterations; fewer than <see cref="LeastIterations"/> are refused.</param>
/// <param name="Salt">16 random bytes, base64.</param>
/// <param name="Hash">32 bytes, base64.</param>
/// <remarks>Source: RFC 8018, with HMAC-SHA-256.</remarks>
internal sealed record PassphraseHash(string Alg, int Iter, string Salt, string Hash)
{
    public const int LeastIterations = 600_000;
    public const int LeastLength = 12;
    private const string Pbkdf2 = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Matches no passphrase, at the same price: an unknown operator must not be told by a quick answer.</summary>
    public static PassphraseHash Nobody { get; } = new(Pbkdf2, LeastIterations, Convert.ToBase64String(new byte[SaltBytes]), Convert.ToBase64String(new byte[HashBytes]));

    /// <summary>Hashes a passphrase under a fresh salt.</summary>
    /// <exception cref="FormatException">It is too short.</exception>
    public static PassphraseHash Of(string passphrase)
    {
        if (Normalized(passphrase).EnumerateRunes().Count() < LeastLength)
        {
            throw new FormatException($"the passphrase has fewer than {LeastLength} characters; take a longer one, such as five words.");
        }

        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new PassphraseHash(Pbkdf2, LeastIterations, Convert.ToBase64String(salt), Convert.ToBase64String(Derive(passphrase, salt, LeastIterations)));
    }

    /// <summary>32 bytes of PBKDF2 over the passphrase in normal form C, so that every keyboard spells the same letters.</summary>
    public static byte[] Derive(string passphrase, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Normalized(passphrase)), salt, iterations, HashAlgorithmName.SHA256, HashBytes);

    /// <summary>Whether a passphrase is the one. Compared in constant time; a record with another algorithm or fewer iterations matches none.</summary>
    public bool Matches(string passphrase) =>
        Alg == Pbkdf2 && Iter >= LeastIterations
        && CryptographicOperations.FixedTimeEquals(Derive(passphrase, Convert.FromBase64String(Salt), Iter), Convert.FromBase64String(Hash));

    // A lone surrogate has no normal form; it is no text a keyboard can type.
    private static string Normalized(string passphrase)
    {
        try
        {
            return passphrase.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
