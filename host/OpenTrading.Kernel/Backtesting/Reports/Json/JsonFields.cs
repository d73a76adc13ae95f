using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>How numbers and times are written: the same on every machine.</summary>
internal static class JsonFields
{
    // Length of 2024-01-31T22:15:00.000
    private const int ToMilliseconds = 23;

    /// <summary>A double in its shortest form that reads back to it; null where it is none, 0 for minus 0.</summary>
    public static void Number(this Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        writer.NumberValue(value);
    }

    /// <summary>The same as an element.</summary>
    public static void NumberValue(this Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value == 0 ? 0 : value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>A result of a power, logarithm or the like, whose last bit differs between platforms: 12 significant digits.</summary>
    public static void Rounded(this Utf8JsonWriter writer, string name, double value) => writer.Number(name, Round(value));

    /// <summary>An instant, UTC, to the millisecond.</summary>
    public static void Time(this Utf8JsonWriter writer, string name, DateTime value)
    {
        // The round trip form is written several times faster than a form of one's own; of its seven decimals the first three are kept.
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[ToMilliseconds] = (byte)'Z';
        writer.WriteString(name, text[..(ToMilliseconds + 1)]);
    }

    /// <summary>A whole number that may be absent.</summary>
    public static void Whole(this Utf8JsonWriter writer, string name, int? value)
    {
        writer.WritePropertyName(name);
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Text of an instant.</summary>
    public static string Text(DateTime value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The nearest double with 12 significant digits.</summary>
    public static double Round(double value) => double.IsFinite(value) && value != 0
        ? double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value;
}
