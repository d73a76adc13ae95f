using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Signals;

/// <summary>Finds out what became of signals.</summary>
/// <param name="market">The bars after them.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class OutcomeReader(IMarketData market)
{
    private const char Separator = ':';

    /// <summary>What became of a signal; null where it said to do nothing, or its market is no longer there.</summary>
    public SignalOutcome? Of(RecordedSignal signal) => Of([signal])[0];

    /// <summary>What became of signals, in their order. Those of one series share a reading of it.</summary>
    public SignalOutcome?[] Of(IReadOnlyList<RecordedSignal> signals)
    {
        var outcomes = new SignalOutcome?[signals.Count];
        IEnumerable<IGrouping<(string Symbol, string Source, Timeframe Timeframe), int>> series = Enumerable.Range(0, signals.Count)
            .Where(i => signals[i].Side is not null && signals[i].Entry is not null)
            .GroupBy(i => (signals[i].Symbol, signals[i].Source, signals[i].Timeframe));
        foreach (IGrouping<(string Symbol, string Source, Timeframe Timeframe), int> group in series)
        {
            if (Read(group.Key.Symbol, group.Key.Source, group.Key.Timeframe, group.Min(i => signals[i].BarTime)) is not { } read)
            {
                continue;
            }

            foreach (int i in group)
            {
                int at = read.Bars.Times.BinarySearch(signals[i].BarTime.Ticks + 1);
                outcomes[i] = SignalOutcome.Of(signals[i], read.Symbol.Instrument, read.Bars, at < 0 ? ~at : at);
            }
        }

        return outcomes;
    }

    private MarketBars? Read(string symbol, string source, Timeframe timeframe, DateTime from)
    {
        try
        {
            MarketSymbol resolved = market.Resolve($"{source.Split(Separator)[0]}{Separator}{symbol}");
            return market.Bars(resolved, timeframe, int.MaxValue, from);
        }
        catch (CapabilityException none) when (none.Code is ErrorCode.SymbolUnknown or ErrorCode.DataUnavailable)
        {
            return null;
        }
    }
}
