using OpenTrading.Kernel.Naming;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Prices from the store, from the sources of plugins, and the quote that the session trades on.</summary>
/// <param name="store">Imported history.</param>
/// <param name="sources">Sources of plugins, as they are loaded now.</param>
/// <param name="instruments">Known instruments by symbol.</param>
/// <param name="day">When a broker day begins.</param>
/// <param name="live">The quote a session trades on; null where it has none.</param>
/// <param name="clock">Market time.</param>
public sealed class MarketReader(
    IBarStore store,
    Func<IReadOnlyList<IDataSource>> sources,
    IReadOnlyDictionary<string, Instrument> instruments,
    BrokerDay day,
    Func<string, Quote?> live,
    TimeProvider clock) : IMarketData
{
    private const string FilePrefix = "file:";

    /// <inheritdoc/>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public IReadOnlyList<MarketSymbol> Symbols =>
    [
        .. instruments.Values.SelectMany(i => SourcesOf(i).Select(s => new MarketSymbol(i, s))).OrderBy(s => s.Instrument.Symbol, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public MarketSymbol Resolve(string symbol)
    {
        string[] parts = symbol.Split(':', 2);
        (string? source, string name) = parts.Length == 2 ? (parts[0], parts[1]) : (null, symbol);
        Instrument instrument = Find(name);
        string[] has = [.. SourcesOf(instrument)];
        if (source is null)
        {
            return has.Length > 0 ? new MarketSymbol(instrument, has[0]) : throw Unavailable(instrument.Symbol, "no source has it");
        }

        string? wanted = has.FirstOrDefault(s => s == source || s.StartsWith(source + ":", StringComparison.Ordinal));
        return wanted is not null ? new MarketSymbol(instrument, wanted) : throw Unavailable(symbol, $"{source} does not have it");
    }

    /// <inheritdoc/>
    public MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null)
    {
        DateTime end = to < Now ? to.Value : Now;
        var key = new SeriesKey(symbol.Instrument.Symbol, timeframe) { Source = symbol.Source };
        MarketBars read = symbol.Source.StartsWith(FilePrefix, StringComparison.Ordinal)
            ? FromStore(symbol, key, from, to)
            : FromSource(symbol, key, from ?? end - (timeframe.Length() * count), end);
        return read.Bars.Count == 0
            ? throw Unavailable(key.ToString(), "no bar lies in that span")
            : read with { Bars = Newest(read.Bars, count) };
    }

    /// <inheritdoc/>
    public Quote Quote(MarketSymbol symbol)
    {
        if (live(symbol.Instrument.Symbol) is { } quote && quote.Source == symbol.Source)
        {
            return quote;
        }

        // A recorded market has no quote of now; the close of its newest bar is the last price that is known, and its time says how old it is.
        Timeframe finest = Stored(symbol) ?? throw Unavailable(symbol.Instrument.Symbol, $"{symbol.Source} has no quote");
        BarSeries bars = Bars(symbol, finest, 1).Bars;
        Bar last = bars[bars.Count - 1];
        decimal bid = symbol.Instrument.ToPrice(last.Close);
        decimal spread = double.IsFinite(last.Spread) ? symbol.Instrument.ToPrice(last.Spread) : symbol.Instrument.TypicalSpreadPoints * symbol.Instrument.Point;
        return new Quote(symbol.Instrument.Symbol, bid, bid + spread, last.Time + finest.Length(), symbol.Source);
    }

    private static BarSeries Newest(BarSeries bars, int count) => bars.Count <= count
        ? bars
        : BarSeries.From(bars.Symbol, bars.Timeframe, bars.Source, [.. Enumerable.Range(bars.Count - count, count).Select(i => bars[i])]);

    private static CapabilityException Unavailable(string what, string why) => new(
        ErrorCode.DataUnavailable, $"{what}: {why}", "See get_data_coverage for what there is; import recorded prices with 'opentrading import'.");

    private MarketBars FromStore(MarketSymbol symbol, SeriesKey key, DateTime? from, DateTime? to)
    {
        StoredBars stored = StoredBars.Read(store, key, from, to, day);
        return new MarketBars(symbol, stored.Bars, stored.AggregatedFrom);
    }

    private MarketBars FromSource(MarketSymbol symbol, SeriesKey key, DateTime from, DateTime to)
    {
        IDataSource source = sources().FirstOrDefault(s => s.Name == symbol.Source && s.Offers(key)) ?? throw Unavailable(key.ToString(), $"{symbol.Source} does not offer it");
        return new MarketBars(symbol, source.ReadBars(key, from, to), null);
    }

    private Timeframe? Stored(MarketSymbol symbol) => store.List()
        .Where(s => s.Fault is null && s.Key.Symbol == symbol.Instrument.Symbol && s.Key.Source == symbol.Source)
        .Min(s => s.Key.Timeframe);

    private IEnumerable<string> SourcesOf(Instrument instrument)
    {
        foreach (IDataSource source in sources().Where(s => s.Offers(new SeriesKey(instrument.Symbol, Timeframe.M1) { Source = s.Name })))
        {
            yield return source.Name;
        }

        foreach (string file in store.List().Where(s => s.Key.Symbol == instrument.Symbol && s.Key.Timeframe is not null).Select(s => s.Key.Source).Distinct())
        {
            yield return file;
        }
    }

    private Instrument Find(string name)
    {
        if (instruments.TryGetValue(name, out Instrument? exact))
        {
            return exact;
        }

        Instrument[] alike = [.. instruments.Values.Where(i => i.Symbol.Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (alike.Length == 0)
        {
            alike = [.. instruments.Values.Where(i => name.StartsWith(i.Symbol, StringComparison.OrdinalIgnoreCase) || i.Symbol.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        }

        return alike is [{ } only] ? only : throw new CapabilityException(
            ErrorCode.SymbolUnknown,
            alike.Length == 0 ? $"Symbol '{name}' is unknown" : $"Symbol '{name}' may be {string.Join(", ", alike.Select(i => i.Symbol))}",
            Suggestion.Nearest(name, instruments.Keys) is { } guess ? $"Did you mean {guess}?" : "Find it with search_symbols.",
            [.. alike.Select(i => new ErrorDetail(["symbol"], i.Symbol))]);
    }
}
