using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>Own equity stays above a floor that moves with nothing but money paid in and out: a fraction below the initial capital.</summary>
[RiskRule("total_dd_static", OrderClass.EntryOrRaise, "stop", Scope = RiskScope.Account,
    Description = "Equity stays above a fraction of the initial capital.")]
public sealed class StaticDrawdownRule(
    [RiskParameter(Min = 0.001, Max = 0.50, Paper = 0.30, Live = 0.10, Description = "fraction of the initial capital")] decimal frac,
    [RiskParameter(Min = 0.01, Max = 1e12, Paper = "none", Description = "initial capital, account currency; none takes the equity at the first start")] decimal? initial) : IRiskRule, ILossFloor
{
    public RuleResult Check(RiskContext context) => Floor(context.State) is { } floor
        ? RuleResult.Above(context.Account.OwnEquity, floor, context.Account.Currency)
        : RuleResult.Missing("the initial capital");

    public decimal? Floor(RiskState state) => ((initial + state.PaidIn) ?? state.InitialCapital) is > 0 and { } capital ? capital * (1 - frac) : null;
}
