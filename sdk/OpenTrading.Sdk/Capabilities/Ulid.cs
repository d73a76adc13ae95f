using System.Security.Cryptography;

namespace OpenTrading.Sdk.Capabilities;

/// <summary>Ids that sort by the time they were made: 48 bits of milliseconds and 80 random bits in Crockford's base 32.</summary>
/// <remarks>Source: github.com/ulid/spec.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public static class Ulid
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id of 26 characters behind a prefix.</summary>
    /// <param name="prefix">Such as <c>job_</c>.</param>
    /// <param name="now">When it is made.</param>
    public static string New(string prefix, DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return Of(prefix, now, random);
    }

    /// <summary>The id of something that a digest names already: the same whenever it is made.</summary>
    /// <param name="prefix">Such as <c>ppt_</c>.</param>
    /// <param name="time">When the thing came to be.</param>
    /// <param name="digest">At least 16 bytes.</param>
    public static string Of(string prefix, DateTimeOffset time, ReadOnlySpan<byte> digest)
    {
        Span<char> id = stackalloc char[26];
        long milliseconds = time.ToUnixTimeMilliseconds();
        for (int i = 9; i >= 0; i--, milliseconds >>= 5)
        {
            id[i] = Digits[(int)(milliseconds & 31)];
        }

        for (int i = 0; i < 16; i++)
        {
            id[10 + i] = Digits[digest[i] & 31];
        }

        return string.Concat(prefix, id);
    }
}
