using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Matching;

/// <summary>Walks the bid from open to the nearer-in-time extreme, the other one and the close, and fires each level as it is met.</summary>
internal sealed class PathWalk(Execution execution) : IntrabarWalk
{
    /// <summary>The level that fires next on a leg.</summary>
    private struct Candidate
    {
        public int Distance;
        public int Price;
        public SimulatedPosition? Position;
        public FillReason Reason;
        public SimulatedOrder? Order;
    }

    public override void Run(Market market)
    {
        bool rises = market.Close >= market.Open;
        int point = Leg(market, market.Open, rises ? market.Low : market.High);
        point = Leg(market, point, rises ? market.High : market.Low);
        Leg(market, point, market.Close);
    }

    private int Leg(Market market, int from, int to)
    {
        int point = from;
        int direction = Math.Sign(to - from);
        while (Next(market, point, to) is { Distance: < int.MaxValue } next)
        {
            point += direction * next.Distance;
            Fire(market, next);
        }

        return to;
    }

    private void Fire(Market market, in Candidate next)
    {
        if (next.Position is { } position)
        {
            execution.Exit(market, position, next.Price, next.Reason, insideBar: true);
        }
        else if (next.Order is { Type: OrderType.StopLimit, IsTriggered: false } stopLimit)
        {
            stopLimit.IsTriggered = true;
        }
        else if (next.Order is { } order)
        {
            execution.Fill(market, order, next.Price, slips: order.Type == OrderType.Stop, insideBar: true);
        }
    }

    // Exits are offered before entries and in order of id, stop before target; only a strictly nearer level displaces an earlier one.
    private static Candidate Next(Market market, int point, int to)
    {
        var nearest = new Candidate { Distance = int.MaxValue };
        foreach (var position in market.Positions)
        {
            int offset = position.Direction > 0 ? 0 : market.Spread;
            bool isLong = position.Direction > 0;
            if (position.StopLossPoints is { } stop && Reach(point, to, stop - offset, firesBelow: isLong) is var d && d < nearest.Distance)
            {
                nearest = Exit(position, FillReason.StopLoss, d, d == 0 ? point + offset : stop);
            }

            if (position.TakeProfitPoints is { } target && Reach(point, to, target - offset, firesBelow: !isLong) is var e && e < nearest.Distance)
            {
                nearest = Exit(position, FillReason.TakeProfit, e, e == 0 ? point + offset : target);
            }
        }

        foreach (var order in market.Orders)
        {
            int offset = order.Direction > 0 ? market.Spread : 0;
            bool firesBelow = order.ActsAsLimit == (order.Direction > 0);
            if (order.IsPending && Reach(point, to, order.Level - offset, firesBelow) is var d && d < nearest.Distance)
            {
                nearest = new Candidate { Order = order, Distance = d, Price = d == 0 ? point + offset : order.Level };
            }
        }

        return nearest;
    }

    private static Candidate Exit(SimulatedPosition position, FillReason reason, int distance, int price) =>
        new() { Position = position, Reason = reason, Distance = distance, Price = price };

    /// <summary>Distance from the point to a bid level along the leg: 0 when already passed, int.MaxValue when the leg does not reach it.</summary>
    private static int Reach(int point, int to, int level, bool firesBelow)
    {
        if (firesBelow ? point <= level : point >= level)
        {
            return 0;
        }

        bool reached = firesBelow ? to <= level : to >= level;
        return reached ? Math.Abs(level - point) : int.MaxValue;
    }
}
