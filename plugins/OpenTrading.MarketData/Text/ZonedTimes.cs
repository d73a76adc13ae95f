using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.TimeZones;
using OpenTrading.Sdk.Data;

namespace OpenTrading.MarketData.Text;

/// <summary>Turns the local times of one file, read in order, into UTC.</summary>
/// <remarks>
/// A local time that occurs twice (clocks set back) means its first occurrence, unless the row above lies at or after that: then the second.
/// So a file in order of time reads through the hour twice. A time that a clock change skips has no UTC and is refused.
/// </remarks>
internal sealed class ZonedTimes
{
    private readonly DateTimeZone _zone;

    // Local times in [from, to) lie in one interval of the zone and are unambiguous: UTC is the local time minus one offset.
    private long _from = 1;
    private long _to;
    private long _offset;

    /// <param name="zone">IANA name.</param>
    /// <param name="file">Name of the file, for the message.</param>
    /// <exception cref="ImportException">The zone is unknown.</exception>
    public ZonedTimes(string zone, string file)
    {
        _zone = zone == "UTC" ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? throw new ImportException(
                file, $"the time zone '{zone}' is unknown", "Name an IANA zone such as America/New_York, Europe/Athens or UTC.");
        if (_zone == DateTimeZone.Utc)
        {
            (_from, _to) = (0, long.MaxValue);
        }
    }

    /// <summary>UTC ticks of a local time; false when the zone skips it.</summary>
    /// <param name="local">Local time, ticks.</param>
    /// <param name="previous">UTC ticks of the row above.</param>
    /// <param name="utc">UTC ticks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryToUtc(long local, long previous, out long utc)
    {
        if (local >= _from && local < _to)
        {
            utc = local - _offset;
            return true;
        }

        ZoneLocalMapping mapping = _zone.MapLocal(LocalDateTime.FromDateTime(new DateTime(local)));
        if (mapping.Count == 0)
        {
            utc = 0;
            return false;
        }

        utc = local - mapping.EarlyInterval.WallOffset.Ticks;
        if (mapping.Count == 2)
        {
            utc = utc > previous ? utc : local - mapping.LateInterval.WallOffset.Ticks;
        }
        else
        {
            Remember(mapping.EarlyInterval);
        }

        return true;
    }

    private void Remember(ZoneInterval interval)
    {
        _offset = interval.WallOffset.Ticks;
        _from = interval.HasStart ? After(interval) : 0;
        _to = interval.HasEnd ? Before(interval) : long.MaxValue;
    }

    // Where the neighbour's local times overlap this interval's, a time is ambiguous and takes the slow way.
    private long After(ZoneInterval interval)
    {
        ZoneInterval earlier = _zone.GetZoneInterval(interval.Start - Duration.Epsilon);
        return interval.Start.ToDateTimeUtc().Ticks + Math.Max(interval.WallOffset.Ticks, earlier.WallOffset.Ticks);
    }

    private long Before(ZoneInterval interval)
    {
        ZoneInterval later = _zone.GetZoneInterval(interval.End);
        return interval.End.ToDateTimeUtc().Ticks + Math.Min(interval.WallOffset.Ticks, later.WallOffset.Ticks);
    }
}
