using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>Every closed trade with its excursions and its multiple of risk.</summary>
internal sealed class TradeSection : IJsonSection
{
    public void Write(Utf8JsonWriter writer, BacktestReport report)
    {
        RunRecord run = report.Run;
        JsonRows.Write(writer, "trades", run.Trades.Count, (line, i) => Row(line, run.Trades[i], run));
    }

    private static void Row(JsonLine line, in SimulatedTrade trade, RunRecord run)
    {
        line.Number("position"u8, trade.PositionId);
        line.Number("exitSeq"u8, trade.ExitSequence);
        line.Text("symbol"u8, trade.Instrument.Symbol);
        line.Text("side"u8, Names.Of(trade.Side));
        line.Number("lots"u8, trade.Lots);
        line.Time("entryTime"u8, trade.EntryTime);
        Entry(line, trade);
        line.Time("exitTime"u8, trade.ExitTime);
        line.Price("exitPrice"u8, trade.ExitPoints, trade.Instrument.Digits);
        line.Text("reason"u8, Names.Of(trade.Reason));
        line.Number("bars"u8, run.Curve.BarAt(trade.ExitTime) - run.Curve.BarAt(trade.EntryTime));
        line.Number("grossProfit"u8, trade.GrossProfit);
        line.Number("commission"u8, 0 - trade.EntryCommission - trade.ExitCommission);
        line.Number("swap"u8, trade.Swap);
        line.Number("net"u8, trade.Net);
        line.Number("maePoints"u8, trade.AdversePoints);
        line.Number("mfePoints"u8, trade.FavourablePoints);
        double adverse = Money(trade, trade.AdversePoints, run.Currency);
        double favourable = Money(trade, trade.FavourablePoints, run.Currency);
        line.Number("mae"u8, adverse);
        line.Number("mfe"u8, favourable);
        line.Rounded("r"u8, RiskMetrics.MultipleOf(trade));
        line.Rounded("maeR"u8, adverse / (trade.InitialRisk ?? double.NaN));
        line.Rounded("mfeR"u8, favourable / (trade.InitialRisk ?? double.NaN));
        line.Whole("stopLossPoints"u8, trade.StopLossPoints);
        line.Whole("takeProfitPoints"u8, trade.TakeProfitPoints);
        line.Flag("ambiguous"u8, trade.IsAmbiguous);
    }

    // Nearly always whole points; the average of several entries may be none.
    private static void Entry(JsonLine line, in SimulatedTrade trade)
    {
        long points = (long)trade.EntryPoints;
        if (points == trade.EntryPoints)
        {
            line.Price("entryPrice"u8, points, trade.Instrument.Digits);
        }
        else
        {
            line.Number("entryPrice"u8, trade.EntryPrice);
        }
    }

    // An excursion happened at a time whose conversion rate nobody wrote down: it is money only where none is needed.
    private static double Money(in SimulatedTrade trade, double points, string currency) => trade.Instrument.ProfitCurrency == currency
        ? points * (double)(trade.Lots * trade.Instrument.ContractSize) / trade.Instrument.Scale
        : double.NaN;
}
