using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Matching;

/// <summary>The worst order of events the bar allows: stops before targets, and a target only where it must have come after the entry.</summary>
internal sealed class PessimisticWalk(Execution execution) : IntrabarWalk
{
    private readonly List<(int Distance, SimulatedOrder Order)> _touched = [];

    public override void Run(Market market)
    {
        Exits(market);
        if (market.Orders.Count > 0)
        {
            Entries(market);
        }
    }

    private void Exits(Market market)
    {
        int index = 0;
        while (index < market.Positions.Count)
        {
            var position = market.Positions[index];
            int open = market.OwnSide(position, market.Open);
            if (position.IsStopReachedBy(WorstPrice(market, position)))
            {
                int level = position.StopLossPoints!.Value;
                int price = position.Direction > 0 ? Math.Min(level, open) : Math.Max(level, open);
                execution.Exit(market, position, price, FillReason.StopLoss, insideBar: true);
            }
            else if (position.IsTargetReachedBy(BestPrice(market, position)))
            {
                int level = position.TakeProfitPoints!.Value;
                int price = position.Direction > 0 ? Math.Max(level, open) : Math.Min(level, open);
                execution.Exit(market, position, price, FillReason.TakeProfit, insideBar: true);
            }
            else
            {
                index++;
            }
        }
    }

    private void Entries(Market market)
    {
        _touched.Clear();
        foreach (var order in market.Orders)
        {
            bool buysLow = order.ActsAsLimit == (order.Direction > 0);
            int extreme = market.EntrySide(order.Direction, buysLow ? market.Low : market.High);
            if (order.IsPending && order.IsReachedBy(extreme))
            {
                _touched.Add((Math.Abs(order.Level - market.EntrySide(order.Direction, market.Open)), order));
            }
        }

        _touched.Sort(static (a, b) =>
            a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Order.Id.CompareTo(b.Order.Id));
        foreach (var (_, order) in _touched)
        {
            if (order.IsWorking)
            {
                Enter(market, order);
            }
        }
    }

    private void Enter(Market market, SimulatedOrder order)
    {
        bool entersAsLimit = order.ActsAsLimit;
        if (order is { Type: OrderType.StopLimit, IsTriggered: false } && IsPassive(order))
        {
            order.IsTriggered = true;
            return;
        }

        var opened = execution.Fill(market, order, order.Level, slips: order.Type == OrderType.Stop, insideBar: true);
        if (opened is not null)
        {
            TestAtOnce(market, opened, entersAsLimit);
        }
    }

    /// <summary>Whether the limit of a stop-limit lies behind its stop, so that the price must come back to it.</summary>
    private static bool IsPassive(SimulatedOrder order) =>
        order.Direction > 0 ? order.LimitPoints < order.PricePoints : order.LimitPoints > order.PricePoints;

    private void TestAtOnce(Market market, SimulatedPosition position, bool enteredAsLimit)
    {
        // The high or low in favour may have come before a limit was reached, but not before a stop.
        int best = enteredAsLimit ? market.OwnSide(position, market.Close) : BestPrice(market, position);
        if (position.IsStopReachedBy(WorstPrice(market, position)))
        {
            execution.Exit(market, position, position.StopLossPoints!.Value, FillReason.StopLoss, insideBar: true);
        }
        else if (position.IsTargetReachedBy(best))
        {
            execution.Exit(market, position, position.TakeProfitPoints!.Value, FillReason.TakeProfit, insideBar: true);
        }
    }

    private static int WorstPrice(Market market, SimulatedPosition position) =>
        market.OwnSide(position, position.Direction > 0 ? market.Low : market.High);

    private static int BestPrice(Market market, SimulatedPosition position) =>
        market.OwnSide(position, position.Direction > 0 ? market.High : market.Low);
}
