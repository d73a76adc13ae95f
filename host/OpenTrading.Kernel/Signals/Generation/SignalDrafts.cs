using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Signals.Generation;

/// <summary>What a strategy said of the newest bar, at prices that the instrument can have.</summary>
internal static class SignalDrafts
{
    private const int ConfidenceDigits = 4;

    /// <summary>The signal to record; one without a side where nothing is to be done.</summary>
    public static SignalDraft Of(MarketBars read, string strategyId, Signal? signal, IReadOnlyList<string> reasons)
    {
        Instrument instrument = read.Symbol.Instrument;
        Bar bar = read.Latest;
        var draft = new SignalDraft
        {
            Symbol = read.Symbol,
            Timeframe = read.Bars.Timeframe,
            StrategyId = strategyId,
            BarTime = bar.Time,
            Side = SideOf(signal),
            Confidence = Math.Round(signal?.Confidence ?? 0, ConfidenceDigits),
            Reasons = reasons,
        };
        if (signal is null || draft.Side is not { } side)
        {
            return draft;
        }

        // Bars are bid: who buys pays the spread on top of the close.
        var prices = new LevelPrices(instrument);
        decimal entry = signal.Entry != OrderType.Market ? prices.OnGrid(instrument.ToPrice(signal.EntryPrice!.Value))
            : side == OrderSide.Sell ? instrument.ToPrice(bar.Close)
            : instrument.ToPrice(bar.Close) + instrument.SpreadAt(bar);
        return draft with
        {
            EntryType = signal.Entry,
            Entry = entry,
            StopLoss = prices.Of(signal.Stop, entry, -(int)side),
            TakeProfit = prices.Of(signal.Target, entry, (int)side),
        };
    }

    /// <summary>Direction of a signal; null where it asks for no entry.</summary>
    public static OrderSide? SideOf(Signal? signal) => signal?.Action switch
    {
        SignalAction.Buy => OrderSide.Buy,
        SignalAction.Sell => OrderSide.Sell,
        _ => null,
    };
}
