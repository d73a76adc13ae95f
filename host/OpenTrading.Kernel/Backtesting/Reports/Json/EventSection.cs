using System.Text.Json;
using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Orders that did not fill, and what a reader must know.</summary>
internal sealed class EventSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        IReadOnlyList<ReportedRejection> rejections = report.Rejections;
        JsonRows.Write(writer, "rejections", rejections.Count, (line, i) =>
        {
            ReportedRejection rejection = rejections[i];
            line.Time("time"u8, rejection.Time);
            line.Text("symbol"u8, rejection.Symbol);
            line.Text("side"u8, Names.Of(rejection.Side));
            line.Number("lots"u8, rejection.Lots);
            line.Text("reason"u8, rejection.Reason);
            line.Text("detail"u8, rejection.Detail);
        });
        writer.WriteStartArray("warnings");
        foreach (string verdict in ReportVerdicts.Of(report))
        {
            Write(writer, "verdict", verdict, 1);
        }

        foreach (ReportedWarning warning in report.Warnings)
        {
            Write(writer, warning.Code, warning.Message, warning.Count);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string code, string message, long count)
    {
        writer.WriteStartObject();
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        writer.WriteNumber("count", count);
        writer.WriteEndObject();
    }
}
