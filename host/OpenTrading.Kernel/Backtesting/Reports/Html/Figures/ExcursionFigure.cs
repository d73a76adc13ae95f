using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>How far each trade went against and in favour of the position, against what it brought.</summary>
internal sealed class ExcursionFigure : IReportPart
{
    private const int MostDots = 6000;

    public Markup? Render(BacktestReport report)
    {
        IReadOnlyList<SimulatedTrade> trades = report.Run.Trades;
        if (trades.Count == 0)
        {
            return null;
        }

        Markup body = Markup.Join(
        [
            new Markup("<div class=pair>"),
            Half(trades, "Adverse excursion, points", t => -t.AdversePoints),
            Half(trades, "Favourable excursion, points", t => t.FavourablePoints),
            new Markup("</div>"),
            Frame.Legend(("up", "winner"), ("down", "loser")),
        ]);
        return Frame.Figure(
            "excursions",
            "Excursions against net",
            $"Each dot is a trade: how far the price went, and what it brought, {report.Run.Currency}. Winners far to the right on the left plot were nearly stopped out; losers far to the right on the right plot gave a profit back.",
            body,
            "wide");
    }

    private static Markup Half(IReadOnlyList<SimulatedTrade> trades, string title, Func<SimulatedTrade, double> excursion)
    {
        SimulatedTrade[] shown = [.. Thinning.Evenly(trades, MostDots)];
        (double low, double high) = PlotRange.Of(shown.Select(t => t.Net));
        double far = Math.Max(1, shown.Max(excursion) * 1.04);
        Plot plot = new Plot(0, far, low, high) { Height = 260, Label = title + " against net" }
            .YAxis(NumberTicks.Of(low, high, 5))
            .XAxis(NumberTicks.Of(0, far, 5))
            .Level("base", 0)
            .Dots("down", shown.Where(t => t.Net < 0).Select(t => (excursion(t), t.Net)))
            .Dots("up", shown.Where(t => t.Net >= 0).Select(t => (excursion(t), t.Net)));
        return new Markup($"<div>{plot.Render()}<p class=axis>{title}</p></div>");
    }
}
