namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Cuts an equity curve into trading days.</summary>
public static class DailyReturns
{
    /// <summary>The days that have bars, oldest first.</summary>
    public static IReadOnlyList<DailyReturn> Of(EquityCurve curve)
    {
        var days = new List<DailyReturn>();
        ReadOnlySpan<long> times = curve.Times;
        double before = curve.InitialCash;
        for (int i = 0; i < times.Length; i++)
        {
            if (EndsDay(times, i))
            {
                double equity = curve.Equity[i];
                days.Add(new DailyReturn(DateOnly.FromDayNumber(DayOf(times[i])), equity, (equity / before) - 1));
                before = equity;
            }
        }

        return days;
    }

    /// <summary>Whether a bar is the last of its trading day.</summary>
    /// <param name="times">Opening times of the bars, UTC ticks.</param>
    /// <param name="bar">Index of the bar.</param>
    public static bool EndsDay(ReadOnlySpan<long> times, int bar) => bar + 1 == times.Length || DayOf(times[bar + 1]) != DayOf(times[bar]);

    /// <summary>Trading day of an instant: its UTC date, a weekend moved to the Monday after it.</summary>
    public static DateOnly DayOf(DateTime time) => DateOnly.FromDayNumber(DayOf(time.Ticks));

    private static int DayOf(long ticks)
    {
        int day = (int)(ticks / TimeSpan.TicksPerDay);
        // Day 0, 0001-01-01, was a Monday.
        return (day % 7) switch { 5 => day + 2, 6 => day + 1, _ => day };
    }
}
