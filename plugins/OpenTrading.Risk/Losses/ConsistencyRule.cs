using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>
/// No day makes too large a part of the whole profit: what today has made, closed and floating, is below a share of the target, or so far below what the
/// other days made that it is no larger share. Off by default.
/// </summary>
[RiskRule("consistency_max_day_share", OrderClass.Entry, "continue tomorrow", Scope = RiskScope.Account,
    Description = "Today's profit, closed and floating, is below a share of the target, or of all days.")]
public sealed class ConsistencyRule(
    [RiskParameter(Min = 0.05, Max = 0.95, Paper = "none", Description = "share of one day")] decimal? share,
    [RiskParameter(Min = 0, Max = 1e12, Paper = "none", Description = "profit target, account currency")] decimal? target) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (share is not { } part)
        {
            return RuleResult.NotApplicable;
        }

        decimal floating = context.Positions.Sum(p => p.Profit + p.Swap);
        decimal limit = Math.Max(part * (target ?? 0), part / (1 - part) * context.History.OtherDaysProfit);
        return RuleResult.Below(context.History.DayProfit + floating, limit, context.Account.Currency);
    }
}
