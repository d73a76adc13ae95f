using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>How numbers and times are written: the same on every machine.</summary>
internal static class JsonFields
{
    // Length of 2024-01-31T22:15:00.000
    private const int ToMilliseconds = 23;

    // Below this the shortest text of a whole double is its digits.
    private const double EndOfPlainDigits = 1e15;

    /// <summary>A double in its shortest form that reads back to it; null where it is none, 0 for minus 0.</summary>
    public static void Number(this Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        writer.NumberValue(value);
    }

    /// <summary>The same as an element.</summary>
    public static void NumberValue(this Utf8JsonWriter writer, double value)
    {
        if (IsWhole(value))
        {
            writer.WriteNumberValue((long)value);
        }
        else if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Whether a value is written with the same digits as a whole number, which takes a fraction of the time. Minus 0 is 0 then.</summary>
    public static bool IsWhole(double value) => Math.Abs(value) < EndOfPlainDigits && (long)value == value;

    /// <summary>A result of a power, logarithm or the like, whose last bit differs between platforms: 12 significant digits.</summary>
    public static void Rounded(this Utf8JsonWriter writer, string name, double value) => writer.Number(name, Round(value));

    /// <summary>An instant, UTC, to the millisecond.</summary>
    public static void Time(this Utf8JsonWriter writer, string name, DateTime value)
    {
        Span<byte> text = stackalloc byte[32];
        writer.WriteString(name, text[..WriteTime(text, value)]);
    }

    /// <summary>Writes the text of an instant.</summary>
    /// <returns>Its length.</returns>
    public static int WriteTime(Span<byte> text, DateTime value)
    {
        // The round trip form is written several times faster than a form of one's own; of its seven decimals the first three are kept.
        value.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[ToMilliseconds] = (byte)'Z';
        return ToMilliseconds + 1;
    }

    /// <summary>Text of an instant.</summary>
    public static string Text(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The nearest double with 12 significant digits.</summary>
    public static double Round(double value) => double.IsFinite(value) && value != 0
        ? double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value;
}
