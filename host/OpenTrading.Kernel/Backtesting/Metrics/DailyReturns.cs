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
            int day = DayOf(times[i]);
            if (i + 1 == times.Length || DayOf(times[i + 1]) != day)
            {
                double equity = curve.Equity[i];
                days.Add(new DailyReturn(DateOnly.FromDayNumber(day), equity, (equity / before) - 1));
                before = equity;
            }
        }

        return days;
    }

    /// <summary>Day number of an instant: its UTC date, a weekend moved to the Monday after it.</summary>
    private static int DayOf(long ticks)
    {
        int day = (int)(ticks / TimeSpan.TicksPerDay);
        // Day 0, 0001-01-01, was a Monday.
        return (day % 7) switch { 5 => day + 2, 6 => day + 1, _ => day };
    }
}
