namespace OpenTrading.Sdk.Market;

/// <summary>Where a trading day begins: a local time of day in a time zone. Decides D1, W1 and MN1 bars, swap rollovers and day resets.</summary>
/// <remarks>
/// A local time that a clock change skips moves forward by the gap; one that occurs twice means the first.
/// The default, 17:00 in New York, is the roll of the foreign-exchange market.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class BrokerDay
{
    private readonly TimeZoneInfo _zone;
    private readonly TimeSpan _time;

    // What was asked for last. Whoever walks along bars asks for the same day again and again, and a zone takes a thousand times longer to answer.
    private Day? _lastDay;
    private DayStart? _lastStart;

    /// <summary>A day that begins at <paramref name="time"/> local time in the IANA zone <paramref name="zone"/>.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown on this machine.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not within one day.</exception>
    public BrokerDay(string zone, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(time, TimeSpan.FromDays(1));
        _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        _time = time;
        Zone = zone;
    }

    /// <summary>17:00 America/New_York.</summary>
    public static BrokerDay NewYorkClose { get; } = new("America/New_York", TimeSpan.FromHours(17));

    /// <summary>Midnight UTC.</summary>
    public static BrokerDay Utc { get; } = new("Etc/UTC", TimeSpan.Zero);

    /// <summary>IANA name of the zone.</summary>
    public string Zone { get; }

    /// <summary>Local time of day at which a day begins.</summary>
    public TimeSpan Time => _time;

    /// <summary>UTC instant at which the day named by the local <paramref name="date"/> begins.</summary>
    public DateTime StartOf(DateOnly date)
    {
        if (_lastStart is { } known && known.Date == date)
        {
            return known.Start;
        }

        DateTime start = Find(date);
        _lastStart = new DayStart(date, start);
        return start;
    }

    /// <summary>Local date on which the day that contains <paramref name="utc"/> began.</summary>
    public DateOnly DateOf(DateTime utc)
    {
        if (_lastDay is { } known && utc >= known.Start && utc < known.End)
        {
            return known.Date;
        }

        DateOnly date = DateOnly.FromDateTime(utc + _zone.GetUtcOffset(utc));
        DateTime start = StartOf(date);
        if (start > utc)
        {
            date = date.AddDays(-1);
            start = StartOf(date);
        }

        _lastDay = new Day(date, start, StartOf(date.AddDays(1)));
        return date;
    }

    /// <summary>UTC instant at which the day that contains <paramref name="utc"/> began.</summary>
    public DateTime StartOfDay(DateTime utc) => StartOf(DateOf(utc));

    /// <summary>First day start strictly after <paramref name="utc"/>.</summary>
    public DateTime NextStart(DateTime utc) => StartOf(DateOf(utc).AddDays(1));

    private DateTime Find(DateOnly date)
    {
        DateTime local = date.ToDateTime(TimeOnly.MinValue) + _time;
        if (_zone.IsInvalidTime(local))
        {
            // The offset before the gap, applied to the skipped time, is the skipped time moved forward by the gap.
            return DateTime.SpecifyKind(local - _zone.GetUtcOffset(local.AddHours(-3)), DateTimeKind.Utc);
        }

        TimeSpan offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    private sealed record Day(DateOnly Date, DateTime Start, DateTime End);

    private sealed record DayStart(DateOnly Date, DateTime Start);
}
