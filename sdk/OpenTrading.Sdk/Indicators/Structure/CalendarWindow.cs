namespace OpenTrading.Sdk.Indicators;

/// <summary>Counts the hours, days, weeks and months of the UTC calendar.</summary>
internal static class CalendarWindow
{
    /// <summary>A number that is the same for all times in one window, and another in every other window.</summary>
    public static long Number(PivotWindow window, DateTime time) => window switch
    {
        PivotWindow.Hour => time.Ticks / TimeSpan.TicksPerHour,
        PivotWindow.Day => time.Ticks / TimeSpan.TicksPerDay,
        // Day 0 of the calendar is a Monday.
        PivotWindow.Week => ((time.Ticks / TimeSpan.TicksPerDay) + 1) / 7,
        _ => (time.Year * 12) + time.Month,
    };
}
