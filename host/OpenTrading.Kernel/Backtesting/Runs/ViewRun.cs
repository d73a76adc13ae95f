using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The strategies of one view on the general path.</summary>
/// <param name="view">The view.</param>
/// <param name="instrument">What it trades.</param>
/// <param name="day">The broker's day.</param>
/// <param name="book">What is open.</param>
/// <param name="decider">Carries out what they emit.</param>
/// <param name="failed">Told id, bar and reason of every strategy that was taken out.</param>
internal sealed class ViewRun(StrategyView view, Instrument instrument, BrokerDay day, EngineBook book, Decider decider, Action<string, DateTime, string> failed)
{
    private readonly Roster _roster = new(view.Strategies, instrument, view.Timeframe, book, watch: null);
    private readonly ViewBars _bars = new(view, day);

    public (string Strategy, DateTime Bar)? Calling => _roster.Calling is { } id ? (id, _bars.Last) : null;

    public void Run(long now)
    {
        while (_bars.Take(now, out Bar bar))
        {
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
        }
    }
}
