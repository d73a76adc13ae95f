using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>How results become JSON: camel case, enums as lower-case words, UTC times with milliseconds, numbers without exponent, nothing for null.</summary>
public static class CapabilityJson
{
    /// <summary>The one set of options of all faces.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same, with a memory of its own: the serializer remembers every type it met, and those of a plugin must go with the plugin.</summary>
    public static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DictionaryKeyPolicy = null,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters =
            {
                new TimeframeConverter(),
                new UtcConverter(),
                new NumberConverter(),
                new RowConverter(),
                new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private sealed class TimeframeConverter : JsonConverter<Timeframe>
    {
        public override Timeframe Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Timeframes.TryParse(reader.GetString(), out Timeframe timeframe) ? timeframe : throw new JsonException("no timeframe");

        public override void Write(Utf8JsonWriter writer, Timeframe value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class UtcConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
        {
            // Round-trip form without the last four digits: by far the quickest way to the same text.
            Span<byte> text = stackalloc byte[28];
            DateTime.SpecifyKind(value, DateTimeKind.Utc).TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
            text[23] = (byte)'Z';
            writer.WriteStringValue(text[..24]);
        }
    }

    // A row of a table, of which an answer has hundreds: its values are few kinds, and to ask the serializer about each takes longer than to write it.
    private sealed class RowConverter : JsonConverter<object?[]>
    {
        private static readonly UtcConverter Times = new();
        private static readonly NumberConverter Numbers = new();

        public override object?[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Rows are written, never read.");

        public override void Write(Utf8JsonWriter writer, object?[] value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (object? cell in value)
            {
                Write(writer, cell, options);
            }

            writer.WriteEndArray();
        }

        private static void Write(Utf8JsonWriter writer, object? cell, JsonSerializerOptions options)
        {
            switch (cell)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case decimal number:
                    writer.WriteNumberValue(number);
                    break;
                case double number:
                    Numbers.Write(writer, number, options);
                    break;
                case DateTime time:
                    Times.Write(writer, time, options);
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case int number:
                    writer.WriteNumberValue(number);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                default:
                    JsonSerializer.Serialize(writer, cell, cell.GetType(), options);
                    break;
            }
        }
    }

    // 0.00001 is a price, and a client that reads 1E-05 as text shows it as that. What is no number is absent data: null, never invented.
    private sealed class NumberConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (!double.IsFinite(value))
            {
                writer.WriteNullValue();
                return;
            }

            Span<byte> text = stackalloc byte[32];
            value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
            text = text[..length];
            if (text.Contains((byte)'E'))
            {
                writer.WriteRawValue(value.ToString("0.####################", CultureInfo.InvariantCulture), skipInputValidation: true);
            }
            else
            {
                writer.WriteRawValue(text, skipInputValidation: true);
            }
        }
    }
}
