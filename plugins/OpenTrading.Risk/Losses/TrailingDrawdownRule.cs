using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>
/// Own equity stays above a floor that follows the account upwards and never falls: a fraction of the initial capital below the highest balance at a
/// reset, or below the highest equity that was seen. Off by default.
/// </summary>
[RiskRule("total_dd_trailing", OrderClass.EntryOrRaise, "stop", Scope = RiskScope.Account,
    Description = "Equity stays above a fraction of the initial capital below the highest balance, or equity.")]
public sealed class TrailingDrawdownRule(
    [RiskParameter(Min = 0.001, Max = 0.50, Paper = "none", Description = "fraction of the initial capital")] decimal? frac,
    [RiskParameter(Paper = TrailingMode.EodBalance, Description = "eod_balance or intraday_equity")] TrailingMode mode,
    [RiskParameter(Name = "lock", Paper = "none", Description = "none, or initial: the floor rises no further than the initial capital")] FloorLock? cap) : IRiskRule, ILossFloor
{
    public bool FollowsEquity => frac is not null && mode == TrailingMode.IntradayEquity;

    public RuleResult Check(RiskContext context) => frac is null ? RuleResult.NotApplicable
        : Floor(context.State) is { } floor ? RuleResult.Above(context.Account.OwnEquity, floor, context.Account.Currency)
        : RuleResult.Missing("the initial capital");

    public decimal? Floor(RiskState state)
    {
        if (frac is not { } fraction || state.InitialCapital <= 0)
        {
            return null;
        }

        decimal highest = Math.Max(state.InitialCapital, mode == TrailingMode.EodBalance ? state.HighestBalance : state.HighestEquity);
        decimal floor = highest - (fraction * state.InitialCapital);
        return cap == FloorLock.Initial ? Math.Min(floor, state.InitialCapital) : floor;
    }
}
