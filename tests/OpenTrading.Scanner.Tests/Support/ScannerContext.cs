using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Scanner.Tests.Support;

/// <summary>A recorded market with a file for the plugin and a record of signals.</summary>
internal sealed class ScannerContext(RecordedMarket recorded, params string[] watchlist) : IPluginContext, ISignals
{
    private readonly IPluginContext _inner = recorded.Context(watchlist);

    /// <summary>Signals that were recorded, and those that were there.</summary>
    public List<RecordedSignal> Recorded { get; } = [];

    public TimeProvider Clock => _inner.Clock;

    public TimeProvider Wall => _inner.Wall;

    public int Seed => _inner.Seed;

    public BrokerDay Day => _inner.Day;

    public IBarStore Store => _inner.Store;

    public IHistoryKeeper History => _inner.History;

    public IReadOnlyDictionary<string, Instrument> Instruments => _inner.Instruments;

    public IMarketData Market => _inner.Market;

    public IIndicatorCatalog Indicators => _inner.Indicators;

    public ISignals Signals => this;

    public IOrderDesk Orders => _inner.Orders;

    public IWatchlists Watchlists => _inner.Watchlists;

    public IEconomicCalendar Calendar => throw new NotSupportedException();

    public IChartShelf Charts => throw new NotSupportedException();

    public string PathInHome(string path) => throw new NotSupportedException();

    public IPluginState State { get; init; } = new MemoryState();

    public IPluginRecords Records => _inner.Records;

    public IJournalNotes Notes => _inner.Notes;

    public IEvents Events => _inner.Events;

    public string? Secret(string file) => null;

    public TOptions Options<TOptions>()
        where TOptions : class, new() => new();

    public IReadOnlyList<RecordedSignal> Newest(string? symbol, int count) => [.. Enumerable.Reverse(Recorded).Where(s => s.Symbol == symbol).Take(count)];

    public RecordedSignal Record(SignalDraft draft)
    {
        var signal = new RecordedSignal
        {
            SignalId = $"sig_{Recorded.Count}",
            Time = Market.Now,
            Kind = draft.Kind,
            Symbol = draft.Symbol.Instrument.Symbol,
            Source = draft.Symbol.Source,
            Timeframe = draft.Timeframe,
            StrategyId = draft.StrategyId,
            BarTime = draft.BarTime,
            Side = draft.Side,
            Confidence = draft.Confidence,
            Entry = draft.Entry,
            StopLoss = draft.StopLoss,
            TakeProfit = draft.TakeProfit,
        };
        Recorded.Add(signal);
        return signal;
    }
}
