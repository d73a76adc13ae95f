namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Cuts an equity curve into trading days.</summary>
public static class DailyReturns
{
    /// <summary>The days that have bars, oldest first.</summary>
    public static IReadOnlyList<DailyReturn> Of(EquityCurve curve)
    {
        ReadOnlySpan<long> times = curve.Times;
        ReadOnlySpan<double> values = curve.Equity;
        double before = curve.InitialCash;
        List<int> ends = Ends(times);
        var days = new DailyReturn[ends.Count];
        for (int i = 0; i < days.Length; i++)
        {
            double equity = values[ends[i]];
            days[i] = new DailyReturn(DateOnly.FromDayNumber(DayOf(times[ends[i]])), equity, (equity / before) - 1);
            before = equity;
        }

        return days;
    }

    /// <summary>The last bar of each trading day.</summary>
    /// <param name="times">Opening times of the bars, UTC ticks, rising.</param>
    public static List<int> Ends(ReadOnlySpan<long> times)
    {
        var ends = new List<int>();
        long next = 0;
        for (int i = 0; i < times.Length; i++)
        {
            // A day is told from its first bar; the others are before its end.
            if (times[i] < next)
            {
                continue;
            }

            if (i > 0)
            {
                ends.Add(i - 1);
            }

            next = (DayOf(times[i]) + 1) * TimeSpan.TicksPerDay;
        }

        if (times.Length > 0)
        {
            ends.Add(times.Length - 1);
        }

        return ends;
    }

    /// <summary>Trading day of an instant: its UTC date, a weekend moved to the Monday after it.</summary>
    public static DateOnly DayOf(DateTime time) => DateOnly.FromDayNumber(DayOf(time.Ticks));

    private static int DayOf(long ticks)
    {
        int day = (int)(ticks / TimeSpan.TicksPerDay);
        // Day 0, 0001-01-01, was a Monday.
        return (day % 7) switch { 5 => day + 2, 6 => day + 1, _ => day };
    }
}
