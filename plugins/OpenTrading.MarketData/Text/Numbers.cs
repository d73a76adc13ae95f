using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace OpenTrading.MarketData.Text;

/// <summary>Reads a decimal number from UTF-8 to the nearest double.</summary>
internal static class Numbers
{
    private const long MaxExactMantissa = 1L << 53;
    private const int MaxDigits = 18;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ];

    /// <summary>Reads a whole field: sign, digits, point, exponent, NaN or Infinity.</summary>
    /// <param name="text">The field without surrounding blanks.</param>
    /// <param name="value">The nearest double.</param>
    /// <param name="decimals">Digits printed after the point, trailing zeros included; 0 with an exponent.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, out double value, out int decimals)
    {
        long mantissa = 0;
        int digits = 0;
        int point = -1;
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        for (int i = start; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                if (++digits > MaxDigits)
                {
                    return TryParseAny(text, out value, out decimals);
                }
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return TryParseAny(text, out value, out decimals);
            }
        }

        decimals = point < 0 ? 0 : text.Length - point - 1;
        if (digits == 0 || mantissa > MaxExactMantissa)
        {
            return TryParseAny(text, out value, out decimals);
        }

        // Integer and power of ten (at most 10^22) are exact doubles, so their one rounded quotient is the nearest double to the number.
        value = mantissa / PowersOfTen[decimals];
        if (start == 1)
        {
            value = -value;
        }

        return true;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> text, out double value, out int decimals)
    {
        int point = text.IndexOf((byte)'.');
        int tail = point < 0 ? 0 : text.Length - point - 1;
        decimals = point >= 0 && text[(point + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? tail : 0;
        return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;
    }
}
