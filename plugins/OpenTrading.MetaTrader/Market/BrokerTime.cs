using System.Globalization;

namespace OpenTrading.MetaTrader.Market;

/// <summary>
/// Turns the history times of a terminal into UTC. A terminal knows its offset of now alone and takes it for all times; where the broker's server
/// keeps summer time, bars of the other half of the year would be an hour off. With the zone known they are not.
/// </summary>
/// <threadsafety>Immutable.</threadsafety>
internal sealed class BrokerTime
{
    private const string NewYork = "America/New_York";

    private readonly TimeZoneInfo? _zone;
    private readonly TimeSpan _ahead;

    private BrokerTime(TimeZoneInfo? zone, TimeSpan ahead) => (_zone, _ahead) = (zone, ahead);

    /// <summary>Whether times stay as the terminal gives them.</summary>
    public bool IsAsGiven => _zone is null;

    /// <summary>Reads <c>auto</c>, an IANA zone, or <c>ny+7</c>: New York's time and so many hours, what most brokers of currencies keep.</summary>
    /// <exception cref="FormatException">There is no such zone.</exception>
    public static BrokerTime Parse(string text)
    {
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return new BrokerTime(null, TimeSpan.Zero);
        }

        if (text.StartsWith("ny+", StringComparison.OrdinalIgnoreCase) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int hours) && hours <= 14)
        {
            return new BrokerTime(TimeZoneInfo.FindSystemTimeZoneById(NewYork), TimeSpan.FromHours(hours));
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out TimeZoneInfo? zone)
            ? new BrokerTime(zone, TimeSpan.Zero)
            : throw new FormatException($"metatrader.broker_timezone '{text}' is no zone; write such as Europe/Athens, ny+7 or auto.");
    }

    /// <summary>UTC of a history time.</summary>
    /// <param name="given">As the terminal gives it: server time less <paramref name="offset"/>.</param>
    /// <param name="offset">Server time less UTC now.</param>
    public DateTime ToUtc(DateTime given, TimeSpan offset)
    {
        if (_zone is null)
        {
            return given;
        }

        DateTime local = DateTime.SpecifyKind(given + offset - _ahead, DateTimeKind.Unspecified);

        // A time that the clocks skipped cannot stand in the server's history; should it, the offset before the gap is meant.
        TimeSpan zone = _zone.IsInvalidTime(local) ? _zone.GetUtcOffset(local.AddHours(-3)) : _zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - zone, DateTimeKind.Utc);
    }

    /// <summary>History time of a UTC instant, to ask the terminal with.</summary>
    public DateTime FromUtc(DateTime utc, TimeSpan offset) =>
        _zone is null ? utc : DateTime.SpecifyKind(utc + _zone.GetUtcOffset(utc) + _ahead - offset, DateTimeKind.Utc);
}
