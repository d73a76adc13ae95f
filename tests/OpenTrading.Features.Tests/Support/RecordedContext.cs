using OpenTrading.Kernel.Charts;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Charts;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Tests.Shared.Contexts;

namespace OpenTrading.Features.Tests.Support;

/// <summary>What a plugin is given over a recorded market.</summary>
/// <param name="recorded">The market.</param>
/// <param name="watchlist">Symbols of the watchlist <c>main</c>.</param>
#pragma warning disable CA1852 // Not every project that compiles this file derives from it.
internal class RecordedContext(RecordedMarket recorded, string[] watchlist) : BareContext, IWatchlists, ISignals
#pragma warning restore CA1852
{
    public override TimeProvider Clock => recorded.Clock;

    public override IBarStore Store => recorded.Store;

    public override IReadOnlyDictionary<string, Instrument> Instruments => RecordedMarket.Instruments;

    public override IMarketData Market => Altered;

    /// <summary>The market, as it is unless a test alters it.</summary>
    public AlteredMarket Altered { get; } = new(recorded.Market);

    public override ISignals Signals => this;

    public override IOrderDesk Orders => recorded.Orders;

    public override IEconomicCalendar Calendar => recorded.Calendar;

    public override IWatchlists Watchlists => this;

    public override IChartShelf Charts { get; } = new ChartShelf();

    /// <summary>Signals that were recorded, oldest first.</summary>
    public List<RecordedSignal> Recorded { get; } = [];

    public override string PathInHome(string path) => Path.Combine(recorded.Folder, path);

    IReadOnlyList<string> IWatchlists.Names => ["main"];

    IReadOnlyList<string>? IWatchlists.Find(string name) => watchlist;

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
