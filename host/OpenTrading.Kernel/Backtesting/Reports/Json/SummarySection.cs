using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>All metrics, and the costs by themselves.</summary>
internal sealed class SummarySection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        writer.WriteStartObject("summary");
        foreach (Metric metric in MetricCatalog.All)
        {
            writer.Rounded(metric.Key, metric.Of(report.Summary));
        }

        writer.WriteEndObject();
        CostBreakdown costs = report.Summary.Costs;
        double net = report.Summary.Profit.NetProfit;
        writer.WriteStartObject("costs");
        writer.WriteString("currency", report.Run.Currency);
        writer.Rounded("grossProfit", net - costs.Total);
        writer.Rounded("commission", costs.Commission);
        writer.Rounded("swap", costs.Swap);
        writer.Rounded("spread", costs.Spread);
        writer.Rounded("slippage", costs.Slippage);
        writer.Rounded("total", costs.Total);
        writer.Rounded("netProfit", net);
        writer.WriteEndObject();
    }
}
