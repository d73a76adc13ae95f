using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>Own equity stays above the day's floor: reference - fraction x (reference or initial capital).</summary>
[RiskRule("daily_loss_max", OrderClass.EntryOrRaise, "stop until reset", Scope = RiskScope.Account,
    Description = "Equity stays above the day's floor.")]
public sealed class DailyLossRule(
    [RiskParameter(Min = 0.001, Max = 0.10, Paper = 0.10, Live = 0.03, Description = "fraction of the day's reference, or of the initial capital")] decimal frac,
    [RiskParameter(Paper = LossBase.Reference, Description = "reference or initial")] LossBase of) : IRiskRule, ILossFloor
{
    public RuleResult Check(RiskContext context) => Floor(context.State) is { } floor
        ? RuleResult.Above(context.Account.OwnEquity, floor, context.Account.Currency)
        : RuleResult.Missing("the reference of the current day");

    public decimal? Floor(RiskState state) => state.Day is { } day
        ? day.Amount - (frac * (of == LossBase.Initial ? state.InitialCapital : day.Amount))
        : null;
}
