using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>An entry is at most so many lots, whatever the instrument allows. It is lowered to them.</summary>
[RiskRule("max_lots_per_order", OrderClass.Entry, "lower volume",
    Description = "An entry is at most so many lots.")]
public sealed class LotsPerOrderRule(
    [RiskParameter(Min = 0.01, Max = 100, Paper = 1.0, Live = 0.10, PerSymbol = true, Description = "lots")] decimal lots) : IRiskRule
{
    public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Order.Volume, lots, "lots").OrReduceTo(lots);
}
