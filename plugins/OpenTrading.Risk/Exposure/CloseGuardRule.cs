using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>What is closed or deleted is there, and no more of it is closed than is open.</summary>
[RiskRule("close_guard", OrderClass.Reduce | OrderClass.Close, "refresh positions",
    Description = "What is closed is open, in at least that volume.")]
public sealed class CloseGuardRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        OrderIntent order = context.Order;
        if (order.Kind == OrderKind.Cancel)
        {
            return RuleResult.Test(context.Orders.Any(o => o.Ticket == order.Target), Text(order.Target), "among", "waiting orders");
        }

        // A netting order against the net position names no ticket.
        Position? target = order.Kind == OrderKind.Open
            ? context.Positions.FirstOrDefault(p => p.Symbol == order.Symbol && p.Side != order.Side)
            : context.Positions.FirstOrDefault(p => p.Ticket == order.Target);
        return target is null
            ? RuleResult.Test(false, Text(order.Target), "among", "open positions")
            : RuleResult.AtMost(order.Volume, target.Volume, "lots");
    }

    private static string Text(long? ticket) => ticket?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
