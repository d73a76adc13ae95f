using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The strategies of one view on the general path.</summary>
internal sealed class ViewRun(StrategyView view, Instrument instrument, BrokerDay day, EngineBook book, Decider decider)
{
    private readonly Roster _roster = new(view.Strategies, instrument, view.Timeframe, book, watch: null);
    private readonly BarCloses _closes = new(view.Timeframe, day);
    private int _next;

    public (string Strategy, DateTime Bar)? Calling => _roster.Calling is { } id ? (id, view.TimeOf(Math.Min(_next, view.Bars.Count - 1))) : null;

    public void Run(long now, Action<string, DateTime, string> failed)
    {
        while (_next < view.Bars.Count && _closes.Of(view.Bars.Times[_next]) <= now)
        {
            Bar bar = view.Bars[_next];
            bool emitted = _roster.Run(bar, out IReadOnlyList<StrategyFault> faults);
            foreach (StrategyFault fault in faults)
            {
                failed(fault.Id, bar.Time, fault.Why);
            }

            if (emitted)
            {
                decider.Decide(_roster.Slots, bar.Time);
                book.Forget();
            }

            _next++;
        }
    }
}
