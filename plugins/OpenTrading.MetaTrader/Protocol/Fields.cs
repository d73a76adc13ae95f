using System.Text.Json;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>Reads members of a terminal's message. What is absent or of another kind breaks the protocol; the message says which member.</summary>
internal static class Fields
{
    /// <summary>A text that must be there.</summary>
    public static string Text(this JsonElement message, string name) =>
        message.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Absent(name, "text");

    /// <summary>A text, or another one where it is absent.</summary>
    public static string TextOr(this JsonElement message, string name, string other = "") =>
        message.TryGetProperty(name, out JsonElement value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Absent(name, "text") : other;

    /// <summary>A whole number that must be there.</summary>
    public static long Whole(this JsonElement message, string name) =>
        message.TryGetProperty(name, out JsonElement value) ? AsWhole(value, name) : throw Absent(name, "whole number");

    /// <summary>A whole number, or another one where it is absent.</summary>
    public static long WholeOr(this JsonElement message, string name, long other = 0) =>
        message.TryGetProperty(name, out JsonElement value) ? AsWhole(value, name) : other;

    /// <summary>An exact number that must be there.</summary>
    public static decimal Number(this JsonElement message, string name) =>
        message.TryGetProperty(name, out JsonElement value) ? AsNumber(value, name) : throw Absent(name, "number");

    /// <summary>An exact number, or another one where it is absent.</summary>
    public static decimal NumberOr(this JsonElement message, string name, decimal other = 0) =>
        message.TryGetProperty(name, out JsonElement value) ? AsNumber(value, name) : other;

    /// <summary>A flag, or false where it is absent.</summary>
    public static bool Flag(this JsonElement message, string name) =>
        message.TryGetProperty(name, out JsonElement value) && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Absent(name, "flag"),
        };

    /// <summary>A UTC instant that must be there.</summary>
    public static DateTime Time(this JsonElement message, string name) => UnixTime.From(message.Whole(name));

    /// <summary>Rows of an answer or event.</summary>
    public static JsonElement Rows(this JsonElement message) =>
        message.TryGetProperty("rows"u8, out JsonElement rows) && rows.ValueKind == JsonValueKind.Array ? rows : throw Absent("rows", "list");

    /// <summary>A whole number at a place of a row.</summary>
    public static long Whole(this JsonElement row, int index) => AsWhole(At(row, index), $"column {index}");

    /// <summary>A price at a place of a row, as the nearest double.</summary>
    public static double Price(this JsonElement row, int index)
    {
        JsonElement value = At(row, index);
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double price) && double.IsFinite(price) ? price : throw Absent($"column {index}", "number");
    }

    /// <summary>An exact number at a place of a row.</summary>
    public static decimal Number(this JsonElement row, int index) => AsNumber(At(row, index), $"column {index}");

    /// <summary>A text at a place of a row.</summary>
    public static string Text(this JsonElement row, int index) =>
        At(row, index) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Absent($"column {index}", "text");

    private static JsonElement At(JsonElement row, int index) =>
        row.ValueKind == JsonValueKind.Array && index < row.GetArrayLength() ? row[index] : throw Absent($"column {index}", "value");

    private static long AsWhole(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : throw Absent(name, "whole number");

    private static decimal AsNumber(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? number : throw Absent(name, "number");

    private static ProtocolException Absent(string name, string kind) => new($"a message has no {kind} '{name}'");
}
