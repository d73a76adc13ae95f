using System.Text.Json;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Every fill.</summary>
internal sealed class FillSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        IReadOnlyList<SimulatedFill> fills = report.Run.Fills;
        JsonRows.Write(writer, "fills", fills.Count, (line, i) => Row(line, fills[i]));
    }

    private static void Row(JsonLine line, in SimulatedFill fill)
    {
        line.Number("seq"u8, fill.Sequence);
        line.Time("time"u8, fill.Time);
        line.Text("symbol"u8, fill.Instrument.Symbol);
        line.Text("side"u8, Names.Of(fill.Side));
        line.Number("lots"u8, fill.Lots);
        line.Price("price"u8, fill.PricePoints, fill.Instrument.Digits);
        line.Text("reason"u8, Names.Of(fill.Reason));
        line.Number("position"u8, fill.PositionId);
        line.Number("grossProfit"u8, fill.GrossProfit);
        line.Number("commission"u8, 0 - fill.Commission);
        line.Number("swap"u8, fill.SwapRealised);
        line.Number("spreadCost"u8, 0 - fill.SpreadCost);
        line.Number("slippageCost"u8, 0 - fill.SlippageCost);
    }
}
