namespace OpenTrading.Sdk.Market;

/// <summary>The span of time one bar stands for.</summary>
/// <param name="Start">UTC, inclusive: the bar's opening time.</param>
/// <param name="End">UTC, exclusive.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct BarPeriod(DateTime Start, DateTime End)
{
    /// <summary>Whether <paramref name="utc"/> lies in the period.</summary>
    public bool Contains(DateTime utc) => Start <= utc && utc < End;

    /// <summary>The period that contains an instant.</summary>
    /// <param name="timeframe">M1 to H12 are cut from UTC midnight; D1 is the broker's day, W1 its days from Sunday to Saturday, MN1 its days of one
    /// calendar month, each day by the local date on which it began.</param>
    /// <param name="utc">UTC instant.</param>
    /// <param name="day">Where a trading day begins.</param>
    public static BarPeriod Of(Timeframe timeframe, DateTime utc, BrokerDay day)
    {
        if (timeframe.IsIntraday())
        {
            long length = timeframe.Length().Ticks;
            var start = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerDay % length), DateTimeKind.Utc);
            return new BarPeriod(start, start.AddTicks(length));
        }

        DateOnly date = day.DateOf(utc);
        (DateOnly first, DateOnly next) = timeframe switch
        {
            Timeframe.D1 => (date, date.AddDays(1)),
            Timeframe.W1 => (date.AddDays(-(int)date.DayOfWeek), date.AddDays(7 - (int)date.DayOfWeek)),
            _ => (new DateOnly(date.Year, date.Month, 1), new DateOnly(date.Year, date.Month, 1).AddMonths(1)),
        };
        return new BarPeriod(day.StartOf(first), day.StartOf(next));
    }

    /// <summary>The span of a recorded bar, which may follow another calendar than <paramref name="day"/>.</summary>
    /// <param name="timeframe">Length of the bar.</param>
    /// <param name="open">Its opening time, UTC.</param>
    /// <param name="day">Where a trading day begins. A bar that does not open with a period of it has the nominal length; MN1 a calendar month.</param>
    public static BarPeriod OfBar(Timeframe timeframe, DateTime open, BrokerDay day)
    {
        BarPeriod period = Of(timeframe, open, day);
        return period.Start == open ? period
            : new BarPeriod(open, timeframe == Timeframe.MN1 ? open.AddMonths(1) : open + timeframe.Length());
    }
}
