using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Prices with what was traded: the whole run at a glance, and candles of the stretch chosen on it where scripts run.</summary>
internal sealed class PriceFigure : IReportPart
{
    private const int Stretches = 700;
    private const int Gutter = 8;
    private const int MostSegments = 4000;
    private const int MostMarkets = 4;

    private static readonly PageTemplate Candles = PageTemplate.Named("candles.html");

    public Markup? Render(BacktestReport report)
    {
        Markup[] figures = [.. report.Markets.Take(MostMarkets).Index().Where(m => m.Item.Bars.Count > 1).Select(m => One(m.Item, m.Index, report))];
        return figures.Length == 0 ? null : Markup.Join(figures);
    }

    private static Markup One(ReportedMarket market, int index, BacktestReport report)
    {
        SimulatedTrade[] trades = [.. report.Run.Trades.Where(t => t.InstrumentIndex == index)];
        string symbol = market.Bars.Instrument.Symbol;
        return Frame.Figure(
            $"prices-{index}",
            $"{symbol} {market.Timeframe}",
            "Bids, with a line from entry to exit of every trade: green where it won, red where it lost. Drag across it to see candles, entries, exits and protective levels.",
            Markup.Join([Overview(market.Bars, trades), Candles.Fill(("label", Markup.Text($"Candles of {symbol}")), ("script", new Markup(CandleData.Of(market.Bars, trades))))]),
            "wide");
    }

    private static Markup Overview(PointBars bars, SimulatedTrade[] trades)
    {
        double scale = bars.Instrument.Scale;
        double[] closes = new double[bars.Count];
        for (int i = 0; i < closes.Length; i++)
        {
            closes[i] = bars[i].Close / scale;
        }

        (double low, double high) = PlotRange.Of(closes);
        SimulatedTrade[] drawn = [.. Thinning.Evenly(trades, MostSegments)];
        return new Plot(bars[0].Time, bars[bars.Count - 1].Time, low, high) { Height = 190, Gutter = Gutter, Label = "Closes and trades", Kind = "overview" }
            .YAxis(NumberTicks.Of(low, high, 4))
            .XAxis(TimeTicks.Of(bars[0].Time, bars[bars.Count - 1].Time, 12))
            .Line("faint", Thinning.Extremes(closes, Stretches).Select(i => ((double)bars[i].Time, closes[i])))
            .Segments("down", drawn.Where(t => t.Net < 0).Select(Segment))
            .Segments("up", drawn.Where(t => t.Net >= 0).Select(Segment))
            .Render();
    }

    private static ((double X, double Y) From, (double X, double Y) To) Segment(SimulatedTrade trade) =>
        ((trade.EntryTime.Ticks, (double)trade.EntryPrice), (trade.ExitTime.Ticks, (double)trade.ExitPrice));
}
