using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>A store whose bars are being read already, while whoever will ask for them is still getting ready.</summary>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class ReadAhead : IBarStore
{
    private readonly IBarStore _store;
    private readonly DateTime? _from;
    private readonly DateTime? _to;
    private readonly Dictionary<SeriesKey, Task<BarSeries?>> _reading;

    /// <summary>Begins to read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="keys">Series of bars that will be asked for. One that is not stored is left to the question.</param>
    /// <param name="from">First opening time, UTC, inclusive.</param>
    /// <param name="to">End of the opening times, UTC, exclusive.</param>
    public ReadAhead(IBarStore store, IEnumerable<SeriesKey> keys, DateTime? from, DateTime? to)
    {
        (_store, _from, _to) = (store, from, to);
        _reading = keys.Distinct().ToDictionary(key => key, key => Task.Run(() => store.Find(key) is null ? null : store.ReadBars(key, from, to)));
    }

    public IReadOnlyList<StoredSeries> List() => _store.List();

    public StoredSeries? Find(SeriesKey key) => _store.Find(key);

    public BarSeries ReadBars(SeriesKey key, DateTime? from = null, DateTime? to = null)
    {
        // Whoever asks first takes them; kept here they would stay in memory for as long as the store.
        BarSeries? bars = (from, to) == (_from, _to) && _reading.Remove(key, out Task<BarSeries?>? reading) ? reading.GetAwaiter().GetResult() : null;
        return bars ?? _store.ReadBars(key, from, to);
    }

    public TickSeries ReadTicks(SeriesKey key, DateTime? from = null, DateTime? to = null) => _store.ReadTicks(key, from, to);
}
