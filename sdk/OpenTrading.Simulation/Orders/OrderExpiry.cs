namespace OpenTrading.Simulation.Orders;

/// <summary>When a pending order lapses. The default value is good till cancelled.</summary>
/// <param name="At">UTC instant of an absolute expiry; null for the other kinds.</param>
/// <param name="IsDay">Whether it lapses at the next rollover, whatever <paramref name="At"/> says.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct OrderExpiry(DateTime? At, bool IsDay)
{
    /// <summary>Works until it is filled or cancelled.</summary>
    public static OrderExpiry GoodTillCancelled => default;

    /// <summary>Lapses at the first rollover after it was placed.</summary>
    public static OrderExpiry Day { get; } = new(null, IsDay: true);

    /// <summary>Lapses at the first bar or tick at or after <paramref name="utc"/>.</summary>
    public static OrderExpiry On(DateTime utc) => new(utc, IsDay: false);
}
