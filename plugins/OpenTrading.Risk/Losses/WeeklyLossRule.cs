using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>Own equity stays above the week's floor: a fraction below the reference of the first reset of the week.</summary>
[RiskRule("weekly_loss_max", OrderClass.EntryOrRaise, "stop until Monday", Scope = RiskScope.Account,
    Description = "Equity stays above a fraction of the week's reference.")]
public sealed class WeeklyLossRule(
    [RiskParameter(Min = 0.001, Max = 0.20, Paper = 0.20, Live = 0.06, Description = "fraction of the week's reference")] decimal frac) : IRiskRule, ILossFloor
{
    public RuleResult Check(RiskContext context) => Floor(context.State) is { } floor
        ? RuleResult.Above(context.Account.OwnEquity, floor, context.Account.Currency)
        : RuleResult.Missing("the reference of the current week");

    public decimal? Floor(RiskState state) => state.WeekReference * (1 - frac);
}
