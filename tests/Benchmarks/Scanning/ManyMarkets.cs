using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Tests.Shared.Contexts;

namespace OpenTrading.Benchmarks.Scanning;

/// <summary>One recording under many names, on every timeframe, in memory.</summary>
internal class ManyMarkets : BareContext, IMarketData, ISignals
{
    private readonly Dictionary<Timeframe, BarSeries> _bars;
    private readonly Dictionary<string, MarketSymbol> _symbols;
    private readonly DateTime _end;

    public ManyMarkets(BarSeries hours, int count, params IEnumerable<Timeframe> timeframes)
    {
        _bars = timeframes.Append(Timeframe.D1).Append(Timeframe.W1).Append(Timeframe.MN1).Distinct()
            .ToDictionary(t => t, t => t == hours.Timeframe ? hours : BarAggregator.Aggregate(hours, t, Day));
        _symbols = Enumerable.Range(0, count).Select(i => $"SYM{i}").ToDictionary(
            name => name,
            name => new MarketSymbol(new Instrument { Symbol = name, Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD", TypicalSpreadPoints = 10 }, $"file:{name}"));
        _end = hours[hours.Count - 1].Time.AddHours(1);
    }

    public string[] Names => [.. _symbols.Keys];

    public virtual DateTime Now => _end;

    public IReadOnlyList<MarketSymbol> Symbols => [.. _symbols.Values];

    public override IMarketData Market => this;

    public override ISignals Signals => this;

    public MarketSymbol Resolve(string symbol) => _symbols[symbol];

    public virtual MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from = null, DateTime? to = null)
    {
        BarSeries bars = _bars[timeframe];
        int first = from is { } start ? bars.IndexAt(start) : 0;
        return new MarketBars(symbol, bars.Slice(Math.Max(first, bars.Count - count), bars.Count), null);
    }

    public Quote Quote(MarketSymbol symbol)
    {
        decimal bid = symbol.Instrument.ToPrice(_bars[Timeframe.D1].Close[^1]);
        return new Quote(symbol.Instrument.Symbol, bid, bid + 0.0001m, Now, symbol.Source);
    }

    public IReadOnlyList<RecordedSignal> Newest(string? symbol, int count) => [];

    public RecordedSignal Record(SignalDraft draft) => throw new NotSupportedException();
}
