using System.Text.Json;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Every fill.</summary>
internal sealed class FillSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report) => JsonRows.Write(writer, "fills", report.Run.Fills, Row);

    private static void Row(Utf8JsonWriter writer, SimulatedFill fill)
    {
        writer.WriteNumber("seq", fill.Sequence);
        writer.Time("time", fill.Time);
        writer.WriteString("symbol", fill.Instrument.Symbol);
        writer.WriteString("side", Names.Of(fill.Side));
        writer.WriteNumber("lots", fill.Lots);
        writer.WriteNumber("price", fill.Price);
        writer.WriteString("reason", Names.Of(fill.Reason));
        writer.WriteNumber("position", fill.PositionId);
        writer.Number("grossProfit", fill.GrossProfit);
        writer.Number("commission", 0 - fill.Commission);
        writer.Number("swap", fill.SwapRealised);
        writer.Number("spreadCost", 0 - fill.SpreadCost);
        writer.Number("slippageCost", 0 - fill.SlippageCost);
    }
}
