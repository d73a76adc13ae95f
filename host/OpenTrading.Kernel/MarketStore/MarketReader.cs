using OpenTrading.Kernel.MarketStore.Symbols;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Prices from the store, from the sources of plugins, and the quote that the session trades on; nothing of what is yet to come.</summary>
/// <param name="store">Imported history.</param>
/// <param name="sources">Sources of plugins, as they are loaded now.</param>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="day">When a broker day begins.</param>
/// <param name="live">The quote a session trades on; null where it has none.</param>
/// <param name="clock">Market time.</param>
/// <param name="naming">Names and preference of sources; null for the usual.</param>
public sealed class MarketReader(
    SeriesStore store,
    Func<IReadOnlyList<IDataSource>> sources,
    IReadOnlyDictionary<string, Instrument> instruments,
    BrokerDay day,
    Func<string, Quote?> live,
    TimeProvider clock,
    MarketNaming? naming = null) : IMarketData
{
    internal const string FilePrefix = "file:";

    private readonly MarketNaming _naming = naming ?? new MarketNaming();
    private readonly SymbolNames _names = new(instruments, (naming ?? new MarketNaming()).Aliases);
    private readonly SourceCache _fromSources = new(clock);

    /// <inheritdoc/>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>When a broker day begins.</summary>
    public BrokerDay Day => day;

    /// <summary>Sources of plugins, as they are loaded now.</summary>
    public IReadOnlyList<IDataSource> Sources => sources();

    /// <inheritdoc/>
    public IReadOnlyList<MarketSymbol> Symbols => [.. instruments.Values.SelectMany(At).OrderBy(s => s.Instrument.Symbol, StringComparer.Ordinal)];

    internal SeriesCache Stored { get; } = new(store, day, clock);

    /// <inheritdoc/>
    public MarketSymbol Resolve(string symbol)
    {
        string[] parts = symbol.Split(':', 2);
        (string? source, string name) = parts.Length == 2 ? (parts[0], parts[1]) : (null, symbol);
        Instrument instrument = _names.Find(name);
        MarketSymbol[] at = [.. At(instrument)];
        if (source is null)
        {
            return at.Length > 0 ? at[0] : throw Unavailable(instrument.Symbol, "no source has it");
        }

        return at.FirstOrDefault(s => KindOf(s.Source).Equals(source, StringComparison.OrdinalIgnoreCase))
            ?? throw Unavailable(symbol, $"{source} does not have it");
    }

    /// <summary>The instrument of a name, whether or not a source has it.</summary>
    /// <exception cref="CapabilityException">None or several match.</exception>
    public Instrument Instrument(string symbol) => _names.Find(symbol[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <inheritdoc/>
    public MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null)
    {
        DateTime now = Now;
        DateTime end = to < now ? to.Value : now;
        MarketBars read = IsFile(symbol) ? FromStore(symbol, timeframe, count, from, end) : FromSource(symbol, timeframe, count, from, end);
        BarSeries bars = read.Bars;
        int last = bars.IndexAt(end);
        while (last > 0 && BarPeriod.OfBar(timeframe, bars[last - 1].Time, day).End > now)
        {
            last--;
        }

        int first = Math.Max(last - count, from is { } start ? bars.IndexAt(start) : 0);
        return first < last
            ? read with { Bars = bars.Slice(first, last) }
            : throw Unavailable($"{symbol.Instrument.Symbol} {timeframe}", $"{symbol.Source} has no bar in that span");
    }

    /// <summary>The bar that has not closed yet, as far as finer bars tell; null where they tell nothing.</summary>
    public Bar? Forming(MarketSymbol symbol, Timeframe timeframe)
    {
        DateTime now = Now;
        BarPeriod period = BarPeriod.Of(timeframe, now, day);
        Timeframe? finest = Finest(symbol);
        if (finest is not { } finer || !BarAggregator.Fits(finer, timeframe) || now - period.Start < finer.Length())
        {
            return null;
        }

        var aggregator = new BarAggregator(timeframe, day);
        MarketBars parts;
        try
        {
            parts = Bars(symbol, finer, int.MaxValue, period.Start, now);
        }
        catch (CapabilityException none) when (none.Code == ErrorCode.DataUnavailable)
        {
            return null;
        }

        for (int i = 0; i < parts.Bars.Count; i++)
        {
            aggregator.Add(parts.Bars[i], out _);
        }

        return aggregator.Flush(out Bar bar) ? bar : null;
    }

    /// <inheritdoc/>
    public Quote Quote(MarketSymbol symbol)
    {
        Instrument instrument = symbol.Instrument;
        if (live(instrument.Symbol) is { } quote && quote.Source == symbol.Source)
        {
            return quote;
        }

        if (!IsFile(symbol) && SourceOf(symbol)?.Quote(symbol) is { } offered)
        {
            return offered;
        }

        // A recorded market has no quote of now; the close of its newest bar is the last price that is known, and its time says how old it is.
        Timeframe finest = Finest(symbol) ?? throw Unavailable(instrument.Symbol, $"{symbol.Source} has no quote");
        BarSeries bars = Bars(symbol, finest, 1).Bars;
        Bar last = bars[bars.Count - 1];
        decimal bid = instrument.ToPrice(last.Close);
        return new Quote(instrument.Symbol, bid, bid + instrument.SpreadAt(last), BarPeriod.OfBar(finest, last.Time, day).End, symbol.Source);
    }

    /// <summary>Trading hours of an instrument.</summary>
    public static MarketHours Hours(Instrument instrument) => MarketHours.Of(instrument);

    internal static CapabilityException Unavailable(string what, string why) => new(
        ErrorCode.DataUnavailable, $"{what}: {why}", "See get_data_coverage for what there is; import recorded prices with 'opentrading import'.");

    internal static bool IsFile(MarketSymbol symbol) => symbol.Source.StartsWith(FilePrefix, StringComparison.Ordinal);

    /// <summary>Kind of a source: <c>file</c> of <c>file:EURUSD</c>, else the name itself.</summary>
    internal static string KindOf(string source) => source.Split(':')[0];

    /// <summary>Key of a symbol's series at its source.</summary>
    internal static SeriesKey Key(MarketSymbol symbol, Timeframe? timeframe) => new(symbol.BrokerSymbol, timeframe) { Source = symbol.Source };

    /// <summary>The shortest bars a source has of a symbol; null where it has none.</summary>
    internal Timeframe? Finest(MarketSymbol symbol)
    {
        if (IsFile(symbol))
        {
            return Stored.List().Where(s => s.Fault is null && s.Key.Symbol == symbol.BrokerSymbol && s.Key.Source == symbol.Source).Min(s => s.Key.Timeframe);
        }

        return Timeframe.M1;
    }

    // A bar or two that open before the end may not have closed by then.
    private MarketBars FromStore(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from, DateTime end)
    {
        SeriesKey key = Key(symbol, timeframe);
        StoredBars stored = Stored.Bars(key, (int)Math.Min(count + 2L, int.MaxValue), from, end) ?? throw Unavailable(key.ToString(), "neither it nor a finer series is stored");
        return new MarketBars(symbol, stored.Bars, stored.AggregatedFrom);
    }

    private MarketBars FromSource(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from, DateTime end)
    {
        SeriesKey key = Key(symbol, timeframe);
        IDataSource source = sources().FirstOrDefault(s => s.Name == symbol.Source && s.Offers(key)) ?? throw Unavailable(key.ToString(), $"{symbol.Source} does not offer it");

        // Closed hours hold no bars: where the span was too short for the count, a longer one is tried until it brings nothing more. A span without
        // end is never read whole, a source may have bars of any age.
        BarSeries bars = Read(count + 2L);
        for (long reach = 2L * count; bars.Count < count && reach <= 8L * count; reach *= 2)
        {
            BarSeries more = Read(reach + 2);
            if (more.Count == bars.Count)
            {
                break;
            }

            bars = more;
        }

        return new MarketBars(symbol, bars, null);

        BarSeries Read(long reach)
        {
            DateTime start = end.AddTicks(-(long)Math.Min((double)timeframe.Length().Ticks * reach, end.Ticks));
            return _fromSources.Read(source, key, from > start ? from.Value : start, end);
        }
    }

    private IEnumerable<MarketSymbol> At(Instrument instrument)
    {
        IEnumerable<MarketSymbol> plugins = sources()
            .Select(s => s.Find(instrument))
            .OfType<MarketSymbol>();
        IEnumerable<MarketSymbol> files = Stored.List()
            .Where(s => s.Fault is null && !s.Key.IsTicks && KindOf(s.Key.Source) == "file" && IsNameOf(s.Key.Symbol, instrument))
            .Select(s => new MarketSymbol(instrument, s.Key.Source) { BrokerSymbol = s.Key.Symbol })
            .OrderByDescending(s => s.BrokerSymbol == instrument.Symbol)
            .DistinctBy(s => s.Source);
        return plugins.Concat(files).OrderBy(s => Rank(s.Source));
    }

    private IDataSource? SourceOf(MarketSymbol symbol) => sources().FirstOrDefault(s => s.Name == symbol.Source);

    private bool IsNameOf(string stored, Instrument instrument) =>
        stored == instrument.Symbol || (!instruments.ContainsKey(stored) && BrokerNames.IsDecorated(stored, instrument.Symbol));

    private int Rank(string source)
    {
        for (int i = 0; i < _naming.SourceOrder.Count; i++)
        {
            if (_naming.SourceOrder[i] == source || _naming.SourceOrder[i] == KindOf(source))
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
