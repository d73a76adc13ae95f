using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Matching;

/// <summary>Matches everything against one quote: the open of a bar, or a tick.</summary>
internal sealed class QuoteMatcher(Execution execution)
{
    private readonly List<SimulatedOrder> _orders = [];

    public void Run(Market market)
    {
        Exits(market);
        if (market.Orders is [var lone])
        {
            Pending(market, lone);
            AtMarket(market, lone);
        }
        else if (market.Orders.Count > 0)
        {
            All(market);
        }
    }

    private void All(Market market)
    {
        // A fill may remove any order, so both passes walk over a copy.
        _orders.Clear();
        _orders.AddRange(market.Orders);
        foreach (var order in _orders)
        {
            Pending(market, order);
        }

        foreach (var order in _orders)
        {
            AtMarket(market, order);
        }
    }

    private void Exits(Market market)
    {
        int index = 0;
        while (index < market.Positions.Count)
        {
            var position = market.Positions[index];
            int price = market.OwnSide(position, market.Open);
            if (position.IsStopReachedBy(price))
            {
                execution.Exit(market, position, price, FillReason.StopLoss);
            }
            else if (position.IsTargetReachedBy(price))
            {
                execution.Exit(market, position, price, FillReason.TakeProfit);
            }
            else
            {
                index++;
            }
        }
    }

    private void AtMarket(Market market, SimulatedOrder order)
    {
        if (order is { IsPending: false, IsWorking: true } && IsDue(market, order))
        {
            execution.Fill(market, order, market.EntrySide(order.Direction, market.Open), slips: true);
        }
    }

    private void Pending(Market market, SimulatedOrder order)
    {
        if (order is not { IsPending: true, IsWorking: true } || order.DueTicks > market.Time)
        {
            return;
        }

        int price = market.EntrySide(order.Direction, market.Open);
        if (order is { Type: OrderType.StopLimit, IsTriggered: false } && order.IsReachedBy(price))
        {
            order.IsTriggered = true;
        }

        bool isLiveStop = order.Type == OrderType.Stop;
        if ((isLiveStop || order.ActsAsLimit) && order.IsReachedBy(price))
        {
            execution.Fill(market, order, price, slips: isLiveStop);
        }
    }

    private static bool IsDue(Market market, SimulatedOrder order) =>
        market.InTicks ? order.DueTicks <= market.Time : order.DueBar <= market.StrategyBar;
}
