using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>The stored market history, for reading.</summary>
/// <threadsafety>Safe from any thread; a read sees one whole import or none of it.</threadsafety>
public interface IBarStore
{
    /// <summary>All stored series, by symbol and then timeframe, ticks last. A series that cannot be read is listed with its fault.</summary>
    IReadOnlyList<StoredSeries> List();

    /// <summary>What is stored under a key; null when nothing is.</summary>
    /// <exception cref="DataException">The series is corrupt.</exception>
    StoredSeries? Find(SeriesKey key);

    /// <summary>Reads bars by opening time.</summary>
    /// <param name="key">A key of bars.</param>
    /// <param name="from">First opening time, UTC, inclusive. Default: the oldest bar.</param>
    /// <param name="to">End of the opening times, UTC, exclusive. Default: after the newest bar.</param>
    /// <exception cref="DataException">Nothing is stored under the key, or a block that was read is corrupt.</exception>
    BarSeries ReadBars(SeriesKey key, DateTime? from = null, DateTime? to = null);

    /// <summary>Reads ticks by time.</summary>
    /// <param name="key">A key of ticks.</param>
    /// <param name="from">First time, UTC, inclusive. Default: the oldest tick.</param>
    /// <param name="to">End time, UTC, exclusive. Default: after the newest tick.</param>
    /// <exception cref="DataException">Nothing is stored under the key, or a block that was read is corrupt.</exception>
    TickSeries ReadTicks(SeriesKey key, DateTime? from = null, DateTime? to = null);
}
