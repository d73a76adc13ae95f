using System.Globalization;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Integers and floats.</summary>
internal static class TomlNumberSyntax
{
    /// <summary>The number that is the whole of <paramref name="text"/>, or null where it is none.</summary>
    public static TomlValue? Read(TomlCursor cursor, TomlPosition position, string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan(text[0] is '+' or '-' ? 1 : 0);
        if (digits is "inf" or "nan")
        {
            double value = digits is "nan" ? double.NaN : text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return new TomlFloat(position, value, text);
        }

        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o' or 'b')
        {
            return ReadPrefixed(cursor, position, text);
        }

        int whole = DigitRun(digits, 10);
        if (whole == 0 || (digits[0] == '0' && whole > 1))
        {
            return null;
        }

        return whole == digits.Length ? ReadInteger(cursor, position, text) : ReadFloat(cursor, position, text, digits[whole..]);
    }

    /// <summary>Value of a decimal or hexadecimal digit.</summary>
    public static int DigitValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static TomlInteger ReadInteger(TomlCursor cursor, TomlPosition position, string text) =>
        long.TryParse(WithoutUnderscores(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? new TomlInteger(position, value)
            : throw IntegerOutOfRange(cursor, position, text);

    private static TomlInteger? ReadPrefixed(TomlCursor cursor, TomlPosition position, string text)
    {
        int radix = text[1] switch { 'x' => 16, 'o' => 8, _ => 2 };
        if (DigitRun(text.AsSpan(2), radix) != text.Length - 2)
        {
            return null;
        }

        long value = 0;
        foreach (char character in WithoutUnderscores(text).AsSpan(2))
        {
            // Every radix here divides 2^63, so that whatever may be multiplied has room for the digit too.
            if (value > long.MaxValue / radix)
            {
                throw IntegerOutOfRange(cursor, position, text);
            }

            value = (value * radix) + DigitValue(character);
        }

        return new TomlInteger(position, value);
    }

    private static TomlFloat? ReadFloat(TomlCursor cursor, TomlPosition position, string text, ReadOnlySpan<char> rest)
    {
        if (rest[0] == '.')
        {
            int fraction = DigitRun(rest[1..], 10);
            if (fraction == 0)
            {
                return null;
            }

            rest = rest[(1 + fraction)..];
        }

        if (rest is ['e' or 'E', .. ReadOnlySpan<char> power])
        {
            power = power is ['+' or '-', ..] ? power[1..] : power;
            int exponent = DigitRun(power, 10);
            if (exponent == 0)
            {
                return null;
            }

            rest = power[exponent..];
        }

        if (rest.Length > 0)
        {
            return null;
        }

        double value = double.Parse(WithoutUnderscores(text), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new TomlFloat(position, value, text)
            : throw cursor.Error(
                position,
                $"{TomlExcerpt.Of(text)} is beyond a float's range, ±1.8e308; write inf if infinity is meant");
    }

    /// <summary>Length of the leading run of digits, single underscores between them included.</summary>
    private static int DigitRun(ReadOnlySpan<char> text, int radix)
    {
        int length = 0;
        while (IsDigit(text, length, radix))
        {
            length++;
            if (length < text.Length && text[length] == '_' && IsDigit(text, length + 1, radix))
            {
                length++;
            }
        }

        return length;
    }

    private static bool IsDigit(ReadOnlySpan<char> text, int index, int radix) =>
        index < text.Length && char.IsAsciiHexDigit(text[index]) && DigitValue(text[index]) < radix;

    private static string WithoutUnderscores(string text) => text.Replace("_", "", StringComparison.Ordinal);

    private static TomlException IntegerOutOfRange(TomlCursor cursor, TomlPosition position, string text) =>
        cursor.Error(position, $"{TomlExcerpt.Of(text)} is beyond an integer of 64 bits; write a smaller one, or a float");
}
