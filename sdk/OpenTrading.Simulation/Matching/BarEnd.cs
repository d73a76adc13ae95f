using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Simulation.Matching;

/// <summary>Step 6 of a bar or tick: the range each position has seen, then its trailing stop.</summary>
internal sealed class BarEnd(TrailSource source, IMatchingListener listener)
{
    public void Run(Market market)
    {
        foreach (var position in market.Positions)
        {
            // Of the bar in which a position was opened at a pending level, only the close is known to come after the entry.
            bool onlyClose = position.InsideBar == market.Number;
            int low = market.OwnSide(position, onlyClose ? market.Close : market.Low);
            int high = market.OwnSide(position, onlyClose ? market.Close : market.High);
            position.See(low, high);
            if (position.TrailingPoints is { } distance)
            {
                int close = market.OwnSide(position, market.Close);
                int extreme = position.Direction > 0 ? high : low;
                Trail(market, position, (source == TrailSource.Close ? close : extreme) - (position.Direction * distance));
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
