using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Comparison;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Writes runs side by side: for each its metrics, then the settings in which they differ.</summary>
public static class JsonComparison
{
    /// <summary>Writes the document.</summary>
    public static void Write(ComparedRuns compared, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            Write(compared, writer);
        }

        stream.Write("\n"u8);
    }

    /// <summary>Writes it as the next value of a document.</summary>
    public static void Write(ComparedRuns compared, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", BacktestReport.SchemaVersion);
        writer.WriteStartArray("runs");
        foreach (ComparedRun run in compared.Runs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", run.Name);
            writer.WriteString("currency", run.Currency);
            writer.WriteString("orderListHash", run.OrderListHash);
            writer.WriteStartObject("summary");
            foreach (Metric metric in MetricCatalog.All)
            {
                writer.Rounded(metric.Key, run.Metrics[metric.Key]);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("differences");
        foreach ((string name, IReadOnlyList<string?> values) in compared.Differences())
        {
            writer.WriteStartArray(name);
            foreach (string? value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
