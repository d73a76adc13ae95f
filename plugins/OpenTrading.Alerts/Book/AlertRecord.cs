using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenTrading.Alerts.Book;

/// <summary>A line of the plugin's file: an alert as it is now, or that there is none any more.</summary>
/// <param name="Alert">The alert; null where it was deleted.</param>
/// <param name="Deleted">Id of one that was deleted.</param>
internal sealed record AlertRecord(Alert? Alert, string? Deleted)
{
    /// <summary>The line.</summary>
    [JsonIgnore]
    public string Line => JsonSerializer.Serialize(this, AlertJson.Default.AlertRecord);

    /// <summary>Reads a line; null for one that is none.</summary>
    public static AlertRecord? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AlertJson.Default.AlertRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Alerts as text; the serializer's general way would hold on to the plugin's types.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AlertRecord))]
internal sealed partial class AlertJson : JsonSerializerContext;
