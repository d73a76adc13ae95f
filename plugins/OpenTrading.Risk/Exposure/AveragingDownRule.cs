using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>No entry adds to a position of its side that is losing, swap included.</summary>
[RiskRule("no_averaging_down", OrderClass.Entry, "do not add",
    Description = "No entry adds to a losing position of its side.")]
public sealed class AveragingDownRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        decimal worst = context.Positions
            .Where(p => p.Symbol == context.Order.Symbol && p.Side == context.Order.Side)
            .Select(p => p.Profit + p.Swap)
            .DefaultIfEmpty(0)
            .Min();
        return RuleResult.AtLeast(worst, 0, context.Account.Currency);
    }
}
