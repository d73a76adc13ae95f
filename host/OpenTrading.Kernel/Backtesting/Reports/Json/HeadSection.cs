using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>What was run, on what, and how.</summary>
internal sealed class HeadSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        writer.WriteNumber("schemaVersion", BacktestReport.SchemaVersion);
        writer.WriteString("engineVersion", report.EngineVersion);
        writer.WriteStartArray("inputs");
        foreach (ReportedInput input in report.Inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", input.Name);
            writer.WriteNumber("rows", input.Rows);
            writer.Time("first", input.First);
            writer.Time("last", input.Last);
            writer.WriteString("sha256", input.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("config");
        Write(writer, report.Config);
        writer.WriteStartObject("strategy");
        writer.WriteString("name", report.Strategy.Name);
        writer.WriteString("version", report.Strategy.Version);
        writer.WritePropertyName("parameters");
        Write(writer, report.Strategy.Parameters);
        writer.WriteEndObject();
    }

    // A node writes its doubles as they are; not-a-number would throw, and minus 0 would show.
    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                writer.WriteStartObject();
                foreach ((string name, JsonNode? value) in fields)
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray elements:
                writer.WriteStartArray();
                foreach (JsonNode? element in elements)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out double number):
                writer.NumberValue(number);
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
