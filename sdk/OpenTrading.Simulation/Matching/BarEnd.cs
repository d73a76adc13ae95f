using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Simulation.Matching;

/// <summary>Step 6 of a bar or tick: the range each position has seen, then its trailing stop.</summary>
internal sealed class BarEnd(TrailSource source, IMatchingListener listener)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(Market market)
    {
        int barLow = market.Low;
        int barHigh = market.High;
        int barClose = market.Close;
        int spread = market.Spread;
        foreach (var position in CollectionsMarshal.AsSpan(market.Positions))
        {
            // Of the bar in which a position was opened at a pending level, only the close is known to come after the entry.
            bool onlyClose = position.InsideBar == market.Time;
            int toOwnSide = position.Direction > 0 ? 0 : spread;
            int low = toOwnSide + (onlyClose ? barClose : barLow);
            int high = toOwnSide + (onlyClose ? barClose : barHigh);
            position.See(low, high);
            if (position.TrailingPoints is { } distance)
            {
                int extreme = position.Direction > 0 ? high : low;
                int followed = source == TrailSource.Close ? toOwnSide + barClose : extreme;
                Trail(market, position, followed - (position.Direction * distance));
            }
        }
    }

    private void Trail(Market market, SimulatedPosition position, int candidate)
    {
        if (position.StopLossPoints is { } stop && (candidate - stop) * position.Direction <= 0)
        {
            return;
        }

        Execution.Protect(market, position, candidate, position.TakeProfitPoints);
        listener.OnTrailed(position);
    }
}
