using System.Globalization;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>The closed trades, one a row.</summary>
internal sealed class TradeTable : IReportPart
{
    private const int MostRows = 5000;

    public Markup? Render(BacktestReport report)
    {
        IReadOnlyList<SimulatedTrade> trades = report.Run.Trades;
        if (trades.Count == 0)
        {
            return null;
        }

        bool several = trades.DistinctBy(t => t.InstrumentIndex).Take(2).Count() > 1;
        TableColumn[] columns =
        [
            new TableColumn("Fill", true, "Number of the fill that closed it"),
            new TableColumn("Side", true),
            new TableColumn("Net"),
            new TableColumn("R", Hint: "Net over the money between entry and first stop loss"),
            new TableColumn("Entry, UTC", true),
            new TableColumn("Price"),
            new TableColumn("Exit, UTC", true),
            new TableColumn("Price"),
            new TableColumn("Why", true, "close, reverse, sl: stop loss, tp: take profit, stopout, end; * where the bar held both levels"),
            new TableColumn("Lots"),
            new TableColumn("Bars"),
            new TableColumn("Costs", Hint: "Commission and swap"),
            new TableColumn("MAE", Hint: "Largest move against the trade, points"),
            new TableColumn("MFE", Hint: "Largest move in favour of the trade, points"),
        ];
        var table = new HtmlTable(several ? [.. columns, new TableColumn("Symbol", true)] : columns) { Style = "tall", IsSortable = true };
        foreach (SimulatedTrade trade in trades.Take(MostRows))
        {
            Row(table, trade, report.Run.Curve);
            if (several)
            {
                table.Cell(trade.Instrument.Symbol);
            }
        }

        string note = trades.Count > MostRows
            ? $"<p class=quiet>The first {Shown.Whole(MostRows)} of {Shown.Whole(trades.Count)}; report.json has them all.</p>"
            : "";
        return Frame.Card("trade-list", $"{Shown.Whole(trades.Count)} closed trades", Markup.Join([new Markup(note), table.Render()]), "wide");
    }

    private static void Row(HtmlTable table, SimulatedTrade trade, EquityCurve curve) => table
        .Row(string.Create(CultureInfo.InvariantCulture, $"data-trade={trade.ExitSequence}"))
        .Cell(trade.ExitSequence.ToString(CultureInfo.InvariantCulture))
        .Cell(Names.Of(trade.Side))
        .Money(trade.Net)
        .Cell(Shown.Ratio(RiskMetrics.MultipleOf(trade)))
        .Cell(Shown.Time(trade.EntryTime))
        .Cell(trade.EntryPrice.ToString($"F{trade.Instrument.Digits}", CultureInfo.InvariantCulture))
        .Cell(Shown.Time(trade.ExitTime))
        .Cell(trade.ExitPrice.ToString($"F{trade.Instrument.Digits}", CultureInfo.InvariantCulture))
        .Cell(Names.Of(trade.Reason) + (trade.IsAmbiguous ? "*" : ""))
        .Cell(trade.Lots.ToString(CultureInfo.InvariantCulture))
        .Cell(Shown.Whole(curve.BarAt(trade.ExitTime) - curve.BarAt(trade.EntryTime)))
        .Cell(Shown.Money(trade.Swap - trade.EntryCommission - trade.ExitCommission))
        .Cell(Shown.Whole(trade.AdversePoints))
        .Cell(Shown.Whole(trade.FavourablePoints));
}
