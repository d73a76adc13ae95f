using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace OpenTrading.Host.Security;

/// <summary>Time-based one-time codes: SHA-1, steps of 30 s.</summary>
/// <remarks>Source: RFC 6238 and RFC 4226. Authenticator apps know SHA-1 alone.</remarks>
internal static class Totp
{
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int Tolerance = 1;
    private const string Base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Step of a time.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>Code of a step.</summary>
    public static string Code(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The code is a MAC over a counter: no collision helps against it, and the RFC says SHA-1.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        int number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code was given, one before or after now allowed; null when none, or not after the last one used.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long lastStep)
    {
        long? found = null;
        for (long step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            bool isEqual = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(key, step)), System.Text.Encoding.UTF8.GetBytes(code));
            found = isEqual && step > lastStep ? step : found;
        }

        return found;
    }

    /// <summary>A key as authenticator apps take it.</summary>
    public static string ToBase32(ReadOnlySpan<byte> key)
    {
        var text = new System.Text.StringBuilder();
        int buffer = 0;
        int bits = 0;
        foreach (byte b in key)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32Digits[(buffer >> (bits - 5)) & 31]);
            }
        }

        return (bits > 0 ? text.Append(Base32Digits[(buffer << (5 - bits)) & 31]) : text).ToString();
    }
}
