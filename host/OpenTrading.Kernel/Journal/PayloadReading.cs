using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Kernel.Journal;

/// <summary>Reads the values of a payload back: decimals, ids and times stand in it as text.</summary>
internal static class PayloadReading
{
    public static string? Text(this JsonElement payload, string name) =>
        payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static decimal? Decimal(this JsonElement payload, string name) =>
        payload.Text(name) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    public static long? Id(this JsonElement payload, string name) =>
        payload.Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public static DateTime? Time(this JsonElement payload, string name) => payload.Text(name) is { } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : null;
}
