using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Every closed trade with its excursions and its multiple of risk.</summary>
internal sealed class TradeSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report) =>
        JsonRows.Write(writer, "trades", report.Run.Trades, (line, trade) => Row(line, trade, report.Run));

    private static void Row(Utf8JsonWriter writer, SimulatedTrade trade, RunRecord run)
    {
        writer.WriteNumber("position", trade.PositionId);
        writer.WriteNumber("exitSeq", trade.ExitSequence);
        writer.WriteString("symbol", trade.Instrument.Symbol);
        writer.WriteString("side", Names.Of(trade.Side));
        writer.WriteNumber("lots", trade.Lots);
        writer.Time("entryTime", trade.EntryTime);
        writer.WriteNumber("entryPrice", trade.EntryPrice);
        writer.Time("exitTime", trade.ExitTime);
        writer.WriteNumber("exitPrice", trade.ExitPrice);
        writer.WriteString("reason", Names.Of(trade.Reason));
        writer.WriteNumber("bars", run.Curve.BarAt(trade.ExitTime) - run.Curve.BarAt(trade.EntryTime));
        writer.Number("grossProfit", trade.GrossProfit);
        writer.Number("commission", 0 - trade.EntryCommission - trade.ExitCommission);
        writer.Number("swap", trade.Swap);
        writer.Number("net", trade.Net);
        writer.Number("maePoints", trade.AdversePoints);
        writer.Number("mfePoints", trade.FavourablePoints);
        double adverse = Money(trade, trade.AdversePoints, run.Currency);
        double favourable = Money(trade, trade.FavourablePoints, run.Currency);
        writer.Number("mae", adverse);
        writer.Number("mfe", favourable);
        writer.Rounded("r", RiskMetrics.MultipleOf(trade));
        writer.Rounded("maeR", adverse / (trade.InitialRisk ?? double.NaN));
        writer.Rounded("mfeR", favourable / (trade.InitialRisk ?? double.NaN));
        writer.Whole("stopLossPoints", trade.StopLossPoints);
        writer.Whole("takeProfitPoints", trade.TakeProfitPoints);
        writer.WriteBoolean("ambiguous", trade.IsAmbiguous);
    }

    // An excursion happened at a time whose conversion rate nobody wrote down: it is money only where none is needed.
    private static double Money(SimulatedTrade trade, double points, string currency) => trade.Instrument.ProfitCurrency == currency
        ? points * (double)(trade.Lots * trade.Instrument.ContractSize) / trade.Instrument.Scale
        : double.NaN;
}
