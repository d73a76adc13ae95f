using System.Runtime.CompilerServices;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Market;

/// <summary>
/// Prices of the terminals of one kind as a source of the host: live quotes, bars and ticks, and history, which is kept in the store for the time in
/// which no terminal is there.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class TerminalSource(Platform platform, Bridge bridge, IPluginContext context) : IDataSource
{
    private static readonly TimeSpan QuoteWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HistoryWait = TimeSpan.FromSeconds(20);

    // What MT4 has of its own; longer ones are made of these.
    private static readonly Timeframe[] OfMt4 =
        [Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1, Timeframe.W1, Timeframe.MN1];

    /// <inheritdoc/>
    public string Name => platform == Platform.Mt5 ? "mt5" : "mt4";

    /// <summary>The terminal whose prices these are: the first that connected; null when none is connected.</summary>
    public Terminal? Current => bridge.Terminals.Connected(platform).FirstOrDefault();

    // Names of symbols are known as long as the terminal is, connected or not.
    private Terminal? LastKnown => Current ?? bridge.Terminals.All.LastOrDefault(t => t.Platform == platform);

    /// <inheritdoc/>
    public bool Offers(SeriesKey key) =>
        key.Source == Name && bridge.Options.Enabled
        && (context.Instruments.ContainsKey(key.Symbol) || LastKnown?.Symbols.NameOf(key.Symbol) is not null || bridge.Kept.Has(Name, key.Symbol));

    /// <inheritdoc/>
    public MarketSymbol? Find(Instrument instrument) =>
        Current is { } terminal && terminal.Symbols.NameOf(instrument.Symbol) is { } name && terminal.Symbols.Sheet(name) is { } sheet
            ? new MarketSymbol(sheet.Instrument, Name) { BrokerSymbol = name }
        : bridge.Kept.Has(Name, instrument.Symbol) ? new MarketSymbol(instrument, Name)
        : null;

    /// <inheritdoc/>
    public Quote? Quote(MarketSymbol symbol)
    {
        Terminal terminal = Current ?? throw NotThere(symbol.Instrument.Symbol);
        string name = NameOf(terminal, symbol.BrokerSymbol);
        if (terminal.Quotes.Find(name) is not { } quote)
        {
            quote = Wait(symbol.Instrument.Symbol, cancellationToken => AskAsync(terminal, name, cancellationToken), QuoteWait);
        }

        return new Quote(symbol.Instrument.Symbol, quote.Bid, quote.Ask, quote.Time, Name);
    }

    /// <inheritdoc/>
    public BarSeries ReadBars(SeriesKey key, DateTime from, DateTime to)
    {
        Timeframe timeframe = key.Timeframe!.Value;
        Timeframe read = platform == Platform.Mt5 || OfMt4.Contains(timeframe) ? timeframe : OfMt4.Last(f => BarAggregator.Fits(f, timeframe));
        DateTime first = read == timeframe ? from : BarPeriod.Of(timeframe, from, context.Day).Start;
        BarSeries bars = Current is { } terminal ? FromTerminal(terminal, key, read, first, to) : FromStore(key, read, first, to);
        return read == timeframe ? bars : Cut(BarAggregator.Aggregate(bars, timeframe, context.Day), from, to);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MarketEvent> Follow(IReadOnlyList<SeriesKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var feed = new TerminalFeed(this, platform, bridge, context, keys);
        await foreach (MarketEvent e in feed.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return e;
        }
    }

    /// <summary>Broker's name of a symbol.</summary>
    /// <exception cref="DataException">The broker has no such symbol.</exception>
    public string NameOf(Terminal terminal, string symbol) => terminal.Symbols.NameOf(symbol) ?? throw new DataException(
        $"{Name} {symbol}", $"{terminal.Account} has no such symbol", "See mt5_list_symbols for what there is, or name it under metatrader.aliases.");

    private static async Task<BrokerQuote> AskAsync(Terminal terminal, string name, CancellationToken cancellationToken)
    {
        Session session = terminal.Require();
        using Answer answer = (await session.AskAsync("quote", m => m.With("symbol", name), QuoteWait, cancellationToken).ConfigureAwait(false)).Require();
        var quote = BrokerQuote.Of(answer.Body);
        terminal.Quotes.Take(name, quote);
        if (terminal.Subscriptions.AddTicks([name]))
        {
            terminal.Subscriptions.Send(session);
        }

        return quote;
    }

    private BarSeries FromTerminal(Terminal terminal, SeriesKey key, Timeframe timeframe, DateTime from, DateTime to)
    {
        string name = NameOf(terminal, key.Symbol);
        List<Bar> bars = Wait(
            $"{key.Symbol} {timeframe}",
            cancellationToken => bridge.History.ReadBarsAsync(terminal, name, timeframe, from, to, cancellationToken),
            HistoryWait);
        if (bars.Count > 0)
        {
            bridge.Kept.Add(StoredKey(terminal, name, timeframe), bars, terminal.Symbols.Sheet(name)!.Digits);
        }

        return BarSeries.From(key.Symbol, timeframe, Name, bars);
    }

    /// <summary>Key under which bars of a broker's symbol are stored: by the host's name, so that they are found without the terminal.</summary>
    public SeriesKey StoredKey(Terminal terminal, string brokerSymbol, Timeframe timeframe) =>
        new(terminal.Symbols.InstrumentOf(brokerSymbol), timeframe) { Source = Name };

    private BarSeries FromStore(SeriesKey key, Timeframe timeframe, DateTime from, DateTime to)
    {
        string symbol = LastKnown?.Symbols.InstrumentOf(key.Symbol) ?? key.Symbol;
        return bridge.Kept.Has(Name, symbol)
            ? bridge.Kept.Read(new SeriesKey(symbol, timeframe) { Source = Name }, from, to)
            : throw NotThere(key.ToString());
    }

    private BarSeries Cut(BarSeries bars, DateTime from, DateTime to) => BarSeries.From(
        bars.Symbol, bars.Timeframe, Name, [.. Enumerable.Range(0, bars.Count).Select(i => bars[i]).Where(bar => bar.Time >= from && bar.Time < to)]);

    // The contract of a source is synchronous. The wait is bounded and on the caller's thread; the link's own never waits.
    private T Wait<T>(string what, Func<CancellationToken, Task<T>> ask, TimeSpan most)
    {
        using var late = new CancellationTokenSource(most, context.Wall);
        try
        {
            return Task.Run(() => ask(late.Token), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (RefusedException e)
        {
            throw new DataException($"{Name} {what}", $"the terminal refused it: {e.Reason}", "Try again, or name another symbol or timeframe.", e);
        }
        catch (Exception e) when (e is IOException or TimeoutException or ProtocolException)
        {
            throw new DataException($"{Name} {what}", e.Message, "Try again in a moment.", e);
        }
        catch (OperationCanceledException e)
        {
            throw new DataException($"{Name} {what}", "the terminal needs too long for it", "Try again in a moment, or ask for less.", e);
        }
    }

    private DataException NotThere(string what) => new(
        $"{Name} {what}", "no such terminal is connected", "Attach the OpenTrading expert to a chart of the terminal; mt5_status says what the host sees.");
}
