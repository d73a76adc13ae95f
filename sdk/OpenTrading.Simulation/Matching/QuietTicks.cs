using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Margin;

namespace OpenTrading.Simulation.Matching;

/// <summary>
/// Passes over ticks that can do nothing, in one go: no order and no change under way, no margin rule, no rollover, no protective level within reach.
/// What it leaves behind is what those ticks one by one would leave.
/// </summary>
internal sealed class QuietTicks(MarginRules margin, OrderDesk desk)
{
    /// <summary>Passes over quiet ticks from <paramref name="from"/> on.</summary>
    /// <param name="market">The market, standing at the tick before.</param>
    /// <param name="ticks">All ticks.</param>
    /// <param name="from">First tick to pass.</param>
    /// <param name="before">UTC ticks; those at this time or later are not passed.</param>
    /// <returns>The first tick that is not quiet, or not before the time.</returns>
    public int Pass(Market market, TickSeries ticks, int from, long before)
    {
        if (market.Orders.Count != 0 || margin.Apply || !desk.IsIdle)
        {
            return from;
        }

        int end = market.Positions switch
        {
            [] => Walk(market.Instrument, ticks, new Reach(isShort: false, int.MinValue, int.MaxValue), from, (market.Time, before), out _),
            [{ TrailingPoints: null } position] => Holding(market, position, ticks, from, before),
            _ => from,
        };
        for (int i = Math.Max(from, end - 2); i < end; i++)
        {
            market.BeginTick(ticks.Times[i], PointPrices.FromMarket(market.Instrument, ticks.Bid[i]), PointPrices.FromMarket(market.Instrument, ticks.Ask[i]));
            market.StandAtClose();
        }

        return end;
    }

    private static int Holding(Market market, SimulatedPosition position, TickSeries ticks, int from, long before)
    {
        var reach = new Reach(position.Direction < 0, position.LowTrigger, position.HighTrigger);
        int end = Walk(market.Instrument, ticks, reach, from, (market.Time, Math.Min(before, market.NextRollover)), out PriceRange seen);
        position.See(seen.Lowest, seen.Highest);
        return end;
    }

    // A tick that is unsound or too early ends the walk: the engine says what is wrong with it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Walk(Instrument instrument, TickSeries ticks, Reach reach, int from, (long From, long Before) time, out PriceRange seen)
    {
        ReadOnlySpan<long> times = ticks.Times;
        ReadOnlySpan<double> bids = ticks.Bid[..times.Length];
        ReadOnlySpan<double> asks = ticks.Ask[..times.Length];
        ReadOnlySpan<double> own = reach.IsShort ? asks : bids;
        (int lowest, int highest) = (int.MaxValue, int.MinValue);
        long last = time.From;
        int i = from;
        for (; i < times.Length; i++)
        {
            if (times[i] >= time.Before || times[i] < last || !(bids[i] > 0 && asks[i] >= bids[i] && double.IsFinite(asks[i])))
            {
                break;
            }

            int price = PointPrices.FromMarket(instrument, own[i]);
            if (price <= reach.Below || price >= reach.Above)
            {
                break;
            }

            (lowest, highest) = (Math.Min(lowest, price), Math.Max(highest, price));
            last = times[i];
        }

        seen = new PriceRange(lowest, highest);
        return i;
    }

    /// <summary>Side on which a position is closed, and the prices at which it would be.</summary>
    private readonly struct Reach(bool isShort, int below, int above)
    {
        public bool IsShort { get; } = isShort;

        public int Below { get; } = below;

        public int Above { get; } = above;
    }
}
