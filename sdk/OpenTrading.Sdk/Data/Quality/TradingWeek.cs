using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data.Quality;

/// <summary>Counts the bars that should have been.</summary>
/// <remarks>
/// With sessions, a bar is expected where one of them is open at its opening time. Without, the market is closed from Friday 17:00 to Sunday 17:00
/// in New York, and a bar that overlaps the closure at all is not expected; so a series on a broker's clock, whose week ends at another hour
/// of the weekend, shows no gap either. Holidays are not known: they show as gaps.
/// </remarks>
internal sealed class TradingWeek(IReadOnlyList<TradingSession> sessions)
{
    /// <summary>Expected bars that would open after <paramref name="last"/> and before <paramref name="next"/>.</summary>
    public int MissingBetween(Timeframe timeframe, DateTime last, DateTime next)
    {
        TimeSpan length = timeframe.Length();
        if (timeframe > Timeframe.D1)
        {
            // Weeks and months differ from their nominal length by a clock change or up to three days.
            return Math.Max(0, (int)Math.Round((next - last) / length) - 1);
        }

        // Half a bar of slack: a day with a clock change is an hour longer or shorter, and D1 bars keep the local hour.
        int missing = 0;
        DateTime open = last + length;
        while (open + (length / 2) < next)
        {
            bool expected = sessions.Count == 0 ? !ClosesDuring(open, length, out DateTime reopens) : InSession(open, length, out reopens);
            missing += expected ? 1 : 0;
            open += expected ? length : length * Math.Ceiling((reopens - open) / length);
        }

        return missing;
    }

    private bool InSession(DateTime open, TimeSpan length, out DateTime next)
    {
        next = open + length;
        return sessions.Any(session => session.Contains(open));
    }

    /// <summary>Whether the weekend overlaps the bar, and if so when it ends.</summary>
    private static bool ClosesDuring(DateTime open, TimeSpan length, out DateTime reopens)
    {
        // A day of the New York close is named by the date on which it began: those of Friday and Saturday are the weekend.
        DateOnly day = BrokerDay.NewYorkClose.DateOf(open + length - TimeSpan.FromTicks(1));
        if (!IsWeekend(day))
        {
            day = BrokerDay.NewYorkClose.DateOf(open);
        }

        reopens = BrokerDay.NewYorkClose.StartOf(day.AddDays(7 - (int)day.DayOfWeek));
        return IsWeekend(day);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday;
}
