using System.Text.Json;
using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Orders that did not fill, and what a reader must know.</summary>
internal sealed class EventSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        JsonRows.Write(writer, "rejections", report.Rejections, static (line, rejection) =>
        {
            line.Time("time", rejection.Time);
            line.WriteString("symbol", rejection.Symbol);
            line.WriteString("side", Names.Of(rejection.Side));
            line.WriteNumber("lots", rejection.Lots);
            line.WriteString("reason", rejection.Reason);
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
