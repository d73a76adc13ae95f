using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>An entry accepts at most so many points between the price asked for and the price filled.</summary>
[RiskRule("max_deviation", OrderClass.Entry, "lower it",
    Description = "The accepted deviation is within points.")]
public sealed class DeviationRule(
    [RiskParameter(Min = 0, Max = 500, Paper = 20, PerSymbol = true, Description = "points")] int points) : IRiskRule
{
    public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.Order.Deviation, points, "points");
}
