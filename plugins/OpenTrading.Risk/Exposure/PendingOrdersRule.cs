using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Orders that wait at the broker, a new one included, stay within a number.</summary>
[RiskRule("max_pending_orders", OrderClass.Entry, "delete one", Scope = RiskScope.Account,
    Description = "Waiting orders with this one stay within a number.")]
public sealed class PendingOrdersRule(
    [RiskParameter(Min = 0, Max = 200, Paper = 10, Live = 5, Description = "orders")] int n) : IRiskRule
{
    public RuleResult Check(RiskContext context) =>
        context.Order.Type == OrderType.Market ? RuleResult.NotApplicable : RuleResult.AtMost(context.Orders.Count + 1, n, "orders");
}
