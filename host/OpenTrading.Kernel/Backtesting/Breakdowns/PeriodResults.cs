using System.Globalization;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Breakdowns;

/// <summary>Cuts a run along the calendar.</summary>
public static class PeriodResults
{
    private const int Digits = 12;
    private const int PercentDigits = 6;

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Calendar years by equity; trades count where they were closed.</summary>
    public static IReadOnlyList<PeriodResult> ByYear(RunSummary summary) => ByEquity(summary, "yyyy");

    /// <summary>Calendar months by equity; trades count where they were closed.</summary>
    public static IReadOnlyList<PeriodResult> ByMonth(RunSummary summary) => ByEquity(summary, "yyyy-MM");

    /// <summary>Weekdays on which trades were entered, UTC; those without one are left out.</summary>
    public static IReadOnlyList<PeriodResult> ByWeekday(IReadOnlyList<SimulatedTrade> trades) =>
    [
        .. trades.GroupBy(t => Array.IndexOf(Week, t.EntryTime.DayOfWeek)).OrderBy(g => g.Key).Select(day => new PeriodResult(
            CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(Week[day.Key]),
            Rounding.Significant(day.Sum(t => t.Net), Digits),
            null,
            day.Count(),
            WinPct([.. day]))),
    ];

    /// <summary>Share of trades with a net above 0, percent; null without trades.</summary>
    internal static double? WinPct(IReadOnlyCollection<SimulatedTrade> trades) =>
        trades.Count == 0 ? null : Rounding.Significant(100.0 * trades.Count(t => t.Net > 0) / trades.Count, PercentDigits);

    private static List<PeriodResult> ByEquity(RunSummary summary, string format)
    {
        ILookup<string, SimulatedTrade> closed = summary.Run.Trades.ToLookup(t => Label(t.ExitTime, format), StringComparer.Ordinal);
        var periods = new List<PeriodResult>();
        double before = summary.Run.Curve.InitialCash;
        foreach (IGrouping<string, DailyReturn> period in summary.Days.GroupBy(d => d.Day.ToString(format, CultureInfo.InvariantCulture)))
        {
            double equity = period.Last().Equity;
            SimulatedTrade[] trades = [.. closed[period.Key]];
            periods.Add(new PeriodResult(
                period.Key, Rounding.Significant(equity - before, Digits), Rounding.Significant(100 * ((equity / before) - 1), PercentDigits), trades.Length, WinPct(trades)));
            before = equity;
        }

        return periods;
    }

    // A trade that closes on a weekend belongs to the same day as the equity does.
    private static string Label(DateTime time, string format) => DailyReturns.DayOf(time).ToString(format, CultureInfo.InvariantCulture);
}
