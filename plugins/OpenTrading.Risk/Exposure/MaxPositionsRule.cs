using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Open positions and entries on their way, this one included, stay within a number.</summary>
[RiskRule("max_positions", OrderClass.Entry, "close one", Scope = RiskScope.Account,
    Description = "Open positions with this one stay within a number.")]
public sealed class MaxPositionsRule(
    [RiskParameter(Min = 1, Max = 200, Paper = 10, Live = 5, Description = "positions")] int n) : IRiskRule
{
    public RuleResult Check(RiskContext context) =>
        RuleResult.AtMost(context.Positions.Count + context.State.InFlightEntries.Values.Sum() + 1, n, "positions");
}
