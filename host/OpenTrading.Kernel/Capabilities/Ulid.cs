using System.Security.Cryptography;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Ids that sort by the time they were made: 48 bits of milliseconds and 80 random bits in Crockford's base 32.</summary>
/// <remarks>Source: github.com/ulid/spec.</remarks>
public static class Ulid
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id of 26 characters behind a prefix.</summary>
    /// <param name="prefix">Such as <c>job_</c>.</param>
    /// <param name="now">When it is made.</param>
    public static string New(string prefix, DateTimeOffset now) => string.Create(prefix.Length + 26, (prefix, now), static (text, state) =>
    {
        state.prefix.CopyTo(text);
        Span<char> id = text[state.prefix.Length..];
        long time = state.now.ToUnixTimeMilliseconds();
        for (int i = 9; i >= 0; i--, time >>= 5)
        {
            id[i] = Digits[(int)(time & 31)];
        }

        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        for (int i = 0; i < 16; i++)
        {
            id[10 + i] = Digits[random[i] & 31];
        }
    });
}
