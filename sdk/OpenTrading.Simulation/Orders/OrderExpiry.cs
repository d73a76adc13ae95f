namespace OpenTrading.Simulation.Orders;

/// <summary>When a pending order lapses. The default value is good till cancelled.</summary>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct OrderExpiry
{
    private OrderExpiry(DateTime? at, bool day) => (At, IsDay) = (at, day);

    /// <summary>Works until it is filled or cancelled.</summary>
    public static OrderExpiry GoodTillCancelled => default;

    /// <summary>Lapses at the first rollover after it was placed.</summary>
    public static OrderExpiry Day { get; } = new(null, day: true);

    /// <summary>UTC instant of an absolute expiry; null for the other kinds.</summary>
    public DateTime? At { get; }

    /// <summary>Whether it lapses at the next rollover.</summary>
    public bool IsDay { get; }

    /// <summary>Lapses at the first bar or tick at or after <paramref name="utc"/>.</summary>
    public static OrderExpiry On(DateTime utc) => new(utc, day: false);
}
