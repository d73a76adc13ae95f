using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>A named source of prices: history on request, and new bars and ticks as they come.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IDataSource
{
    /// <summary>Name under which its series are known, such as <c>synthetic</c>; every result carries it as its source.</summary>
    string Name { get; }

    /// <summary>Whether the source has the series.</summary>
    bool Offers(SeriesKey key);

    /// <summary>The instrument as the source has it now: under its name there, with digits, contract and hours as reported there.</summary>
    /// <param name="instrument">The instrument as the host knows it.</param>
    /// <returns>Null when the source does not have it now. Default: the instrument as it is, where <see cref="Offers"/> has its M1 bars.</returns>
    MarketSymbol? Find(Instrument instrument) =>
        Offers(new SeriesKey(instrument.Symbol, Timeframe.M1) { Source = Name }) ? new MarketSymbol(instrument, Name) : null;

    /// <summary>The newest quote of a symbol; null when the source has none, as those that know bars alone.</summary>
    /// <param name="symbol">A symbol of this source.</param>
    /// <exception cref="DataException">The source would have one but cannot be reached, or it is older than it may be.</exception>
    Quote? Quote(MarketSymbol symbol) => null;

    /// <summary>Closed bars by opening time.</summary>
    /// <param name="key">A key of bars.</param>
    /// <param name="from">First opening time, UTC, inclusive.</param>
    /// <param name="to">End of the opening times, UTC, exclusive.</param>
    /// <exception cref="DataException">The source has no such series.</exception>
    BarSeries ReadBars(SeriesKey key, DateTime from, DateTime to);

    /// <summary>Bars as they close and ticks as they happen, in order of time, until cancelled or the source ends.</summary>
    /// <param name="keys">Series to follow. At one instant bars come before ticks, then in this order.</param>
    /// <param name="cancellationToken">Ends the feed.</param>
    /// <exception cref="DataException">The source has no such series.</exception>
    IAsyncEnumerable<MarketEvent> Follow(IReadOnlyList<SeriesKey> keys, CancellationToken cancellationToken);
}
