using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>How old data is, as every answer that carries some says it.</summary>
/// <param name="AsOf">UTC time of the newest datum.</param>
/// <param name="Stale">Whether a newer one should be there by now.</param>
/// <param name="MarketClosed">Whether the market is closed now; null where its hours are not known.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct DataStamp(DateTime AsOf, bool Stale, bool? MarketClosed)
{
    /// <summary>Stamp of data of an instrument.</summary>
    /// <param name="instrument">Whose market.</param>
    /// <param name="asOf">UTC time of the newest datum.</param>
    /// <param name="bound">Oldest age that is not too old while the market is open.</param>
    /// <param name="now">Market time.</param>
    public static DataStamp Of(Instrument instrument, DateTime asOf, TimeSpan bound, DateTime now)
    {
        MarketHours hours = MarketHours.Of(instrument);
        return new DataStamp(asOf, hours.IsStale(now, asOf, bound), !hours.IsOpen(now));
    }
}
