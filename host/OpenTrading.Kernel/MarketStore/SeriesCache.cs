using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>
/// The store as the host reads it again and again: its listing, and the parts of series that were asked for lately, aggregated ones included. However
/// long a series is, a call reads no more of it than it needs. An import by this or another process shows after a second at most.
/// </summary>
/// <param name="store">Imported history.</param>
/// <param name="day">Where a trading day begins.</param>
/// <param name="wall">The wall clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class SeriesCache(SeriesStore store, BrokerDay day, TimeProvider wall)
{
    // 56 bytes a bar: 56 MB when full. Longer parts are read anew each time.
    private const long MostRows = 1_000_000;
    private static readonly TimeSpan ListingLife = TimeSpan.FromSeconds(1);

    private readonly Lock _reading = new();
    private readonly Dictionary<SeriesKey, Held> _held = [];
    private StoredSeries[]? _listing;
    private long _listedAt;
    private long _uses;

    /// <summary>All stored series.</summary>
    public IReadOnlyList<StoredSeries> List()
    {
        lock (_reading)
        {
            if (_listing is null || wall.GetElapsedTime(_listedAt) >= ListingLife)
            {
                _listing = [.. store.List()];
                _listedAt = wall.GetTimestamp();
            }

            return _listing;
        }
    }

    /// <summary>Lets the next listing be a fresh one.</summary>
    public void Forget()
    {
        lock (_reading)
        {
            _listing = null;
        }
    }

    /// <summary>A whole series of bars, aggregated from a finer one where it is not stored; null where there is neither.</summary>
    /// <exception cref="DataException">The series is corrupt.</exception>
    public StoredBars? Bars(SeriesKey key) => Bars(key, int.MaxValue, null, DateTime.MaxValue);

    /// <summary>The newest bars that open before a time, aggregated from finer ones where they are not stored; null where there is neither.</summary>
    /// <param name="key">A key of bars.</param>
    /// <param name="count">Most bars.</param>
    /// <param name="from">First opening time, UTC, inclusive; null for no bound.</param>
    /// <param name="to">End of the opening times, UTC, exclusive.</param>
    /// <exception cref="DataException">The series is corrupt.</exception>
    public StoredBars? Bars(SeriesKey key, int count, DateTime? from, DateTime to)
    {
        lock (_reading)
        {
            if (Origin(key) is not { } origin)
            {
                return null;
            }

            if (!_held.TryGetValue(key, out Held? held) || !IsSame(held.Run.Stored, origin) || !held.Run.Covers(count, from, to))
            {
                held = new Held(StoredRun.Read(store, origin, key.Timeframe!.Value, count, from, to, day));
                Hold(key, held);
            }

            held.LastUse = ++_uses;
            return new StoredBars(held.Run.Stored, held.Run.Newest(count, from, to));
        }
    }

    /// <summary>Ticks by time.</summary>
    /// <exception cref="DataException">Nothing is stored under the key, or it is corrupt.</exception>
    public TickSeries Ticks(SeriesKey key, DateTime from, DateTime to) => store.ReadTicks(key, from, to);

    private StoredSeries? Origin(SeriesKey key)
    {
        StoredSeries[] sound = [.. List().Where(s => s.Fault is null && s.Key.Symbol == key.Symbol && s.Key.Source == key.Source)];
        return sound.FirstOrDefault(s => s.Key == key)
            ?? sound.Where(s => s.Key.Timeframe is { } finer && BarAggregator.Fits(finer, key.Timeframe!.Value)).MaxBy(s => s.Key.Timeframe);
    }

    private void Hold(SeriesKey key, Held held)
    {
        _held.Remove(key);
        if (held.Run.Bars.Count > MostRows)
        {
            return;
        }

        held.LastUse = ++_uses;
        _held[key] = held;
        while (_held.Values.Sum(h => (long)h.Run.Bars.Count) > MostRows)
        {
            _held.Remove(_held.MinBy(h => h.Value.LastUse).Key);
        }
    }

    private static bool IsSame(StoredSeries a, StoredSeries b) =>
        a.Key == b.Key && a.Rows == b.Rows && a.From == b.From && a.To == b.To && a.Files.SequenceEqual(b.Files);

    private sealed class Held(StoredRun run)
    {
        public StoredRun Run { get; } = run;

        public long LastUse { get; set; }
    }
}
