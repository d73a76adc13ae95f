using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Market;

/// <summary>History of terminals in the host's store: there while the terminal is not. What is read goes there together, twice a minute.</summary>
/// <param name="context">The host.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class KeptHistory(IPluginContext context) : IAsyncDisposable
{
    private const int MostWaiting = 1_000_000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ListingLife = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<SeriesKey, (SortedDictionary<long, Bar> Bars, int Digits)> _waiting = [];
    private HashSet<(string Source, string Symbol)>? _stored;
    private long _listedAt;
    private ITimer? _timer;

    /// <summary>Whether bars of a symbol are stored.</summary>
    public bool Has(string source, string symbol)
    {
        lock (_gate)
        {
            if (_stored is null || context.Wall.GetElapsedTime(_listedAt) > ListingLife)
            {
                _stored = [.. context.Store.List().Where(s => s.Fault is null && !s.Key.IsTicks).Select(s => (s.Key.Source, s.Key.Symbol))];
                _listedAt = context.Wall.GetTimestamp();
            }

            return _stored.Contains((source, symbol)) || _waiting.Keys.Any(k => k.Source == source && k.Symbol == symbol);
        }
    }

    /// <summary>Stored bars by opening time; none when nothing is stored.</summary>
    public BarSeries Read(SeriesKey key, DateTime from, DateTime to)
    {
        Flush();
        return context.Store.Find(key) is null
            ? BarSeries.From(key.Symbol, key.Timeframe!.Value, key.Source, [])
            : context.Store.ReadBars(key, from, to);
    }

    /// <summary>Takes bars to be stored soon.</summary>
    public void Add(SeriesKey key, IReadOnlyList<Bar> bars, int digits)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(key, out (SortedDictionary<long, Bar> Bars, int Digits) waiting))
            {
                _waiting[key] = waiting = ([], digits);
            }

            foreach (Bar bar in bars)
            {
                waiting.Bars[bar.Time.Ticks] = bar;
            }

            _timer ??= context.Wall.CreateTimer(_ => Flush(), null, Every, Every);
        }

        if (_waiting.Values.Sum(w => w.Bars.Count) > MostWaiting)
        {
            Flush();
        }
    }

    /// <summary>Stores bars now.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="DataException">The store cannot be written.</exception>
    public int Keep(SeriesKey key, IReadOnlyList<Bar> bars, int digits) =>
        bars.Count == 0 ? 0 : context.History.Keep(BarSeries.From(key.Symbol, key.Timeframe!.Value, key.Source, bars), digits);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync().ConfigureAwait(false);
        }

        Flush();
    }

    private void Flush()
    {
        KeyValuePair<SeriesKey, (SortedDictionary<long, Bar> Bars, int Digits)>[] taken;
        lock (_gate)
        {
            taken = [.. _waiting];
            _waiting.Clear();
        }

        foreach ((SeriesKey key, (SortedDictionary<long, Bar> bars, int digits)) in taken)
        {
            try
            {
                Keep(key, [.. bars.Values], digits);
            }
            catch (DataException)
            {
                // An import holds the store. The bars are still at the terminal and are read again when somebody asks for them.
            }
        }
    }
}
