namespace OpenTrading.MetaTrader.Protocol;

/// <summary>Times of the wire: UTC milliseconds since 1970.</summary>
internal static class UnixTime
{
    // Beyond these no market has a price, and a calendar date would overflow.
    private const long Latest = 4_102_444_800_000;

    /// <summary>The instant.</summary>
    /// <exception cref="ProtocolException">It is before 1970 or after 2099.</exception>
    public static DateTime From(long milliseconds) =>
        milliseconds is >= 0 and <= Latest ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : throw new ProtocolException($"{milliseconds} is no time");

    /// <summary>Milliseconds of an instant, rounded down; instants out of range become the nearest in it.</summary>
    public static long Of(DateTime utc) => Math.Clamp((utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond, 0, Latest);

    /// <summary>Milliseconds of an instant, rounded up.</summary>
    public static long AtOrAfter(DateTime utc) => Of(utc.Ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerMillisecond ? utc : utc.AddTicks(TimeSpan.TicksPerMillisecond - 1));
}
