using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>A day that has made enough is over. Off by default.</summary>
[RiskRule("daily_profit_cap", OrderClass.Entry, "continue tomorrow", Scope = RiskScope.Account,
    Description = "Equity less the day's reference is below a fraction of that reference.")]
public sealed class DailyProfitCapRule(
    [RiskParameter(Min = 0.0001, Max = 10, Paper = "none", Description = "fraction of the day's reference")] decimal? frac) : IRiskRule
{
    public RuleResult Check(RiskContext context) => frac is not { } fraction ? RuleResult.NotApplicable
        : context.State.Day is { } day ? RuleResult.Below(context.Account.OwnEquity - day.Amount, fraction * day.Amount, context.Account.Currency)
        : RuleResult.Missing("the reference of the current day");
}
