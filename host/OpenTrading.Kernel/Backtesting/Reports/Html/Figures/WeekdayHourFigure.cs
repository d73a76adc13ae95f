using System.Globalization;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>What trades brought, by weekday and hour of their entry.</summary>
internal sealed class WeekdayHourFigure : IReportPart
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public Markup? Render(BacktestReport report)
    {
        IReadOnlyList<SimulatedTrade> trades = report.Run.Trades;
        if (trades.Count == 0)
        {
            return null;
        }

        string[] days = [.. Week.Select(d => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(d))];
        string[] hours = [.. Enumerable.Range(0, 24).Select(h => h.ToString("00", CultureInfo.InvariantCulture))];
        Markup body = Markup.Join(
        [
            Bars(trades, "By weekday", days, t => Array.IndexOf(Week, t.EntryTime.DayOfWeek)),
            Bars(trades, "By hour, UTC", hours, t => t.EntryTime.Hour),
        ]);
        return Frame.Figure(
            "weekdays", "Profit by weekday and hour", $"Sum of the nets by the time of the entry, {report.Run.Currency}. Point at a bar for its number of trades.", body);
    }

    private static Markup Bars(IReadOnlyList<SimulatedTrade> trades, string title, string[] names, Func<SimulatedTrade, int> place)
    {
        var sums = new double[names.Length];
        var counts = new int[names.Length];
        foreach (SimulatedTrade trade in trades)
        {
            sums[place(trade)] += trade.Net;
            counts[place(trade)]++;
        }

        (double low, double high) = PlotRange.WithZero(sums);
        Plot plot = new Plot(0, names.Length, low, high) { Height = 110, Label = "Profit " + title.ToLowerInvariant() }
            .YAxis(NumberTicks.Of(low, high, 3))
            .XAxis(names.Select((name, i) => new AxisTick(i + 0.5, names.Length > 12 && i % 3 != 0 ? "" : name)), grid: false);
        for (int i = 0; i < names.Length; i++)
        {
            plot.Box(
                sums[i] >= 0 ? "up" : "down", i + 0.14, i + 0.86, Math.Min(0, sums[i]), Math.Max(0, sums[i]),
                $"{names[i]}: {Shown.SignedMoney(sums[i])} in {Shown.Whole(counts[i])} trades");
        }

        return new Markup($"<h4 class=axis>{title}</h4>{plot.Level("base", 0).Render()}");
    }
}
