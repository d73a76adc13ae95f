using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Matching;

/// <summary>What an order does to the positions: steps it closes of a target and steps it opens, onto the target when it closes none.</summary>
internal readonly record struct FillPlan(SimulatedPosition? Target, long Closed, long Opened)
{
    /// <summary>Splits an entry by the account's mode.</summary>
    public static FillPlan ForEntry(AccountMode mode, Market market, SimulatedOrder order)
    {
        if (mode == AccountMode.Hedging || market.Positions.Count == 0)
        {
            return new FillPlan(null, 0, order.Steps);
        }

        var held = market.Positions[0];
        if (held.Side == order.Side)
        {
            return new FillPlan(held, 0, order.Steps);
        }

        long closed = Math.Min(held.Steps, order.Steps);
        return new FillPlan(held, closed, order.Steps - closed);
    }

    public static FillPlan ForClose(SimulatedPosition position, long steps) => new(position, Math.Min(steps, position.Steps), 0);

    public FillReason Reason => (Closed, Opened) switch
    {
        (0, _) => FillReason.Open,
        (_, 0) => FillReason.Close,
        _ => FillReason.Reverse,
    };
}
