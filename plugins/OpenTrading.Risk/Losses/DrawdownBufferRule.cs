using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>Own equity keeps a distance from the highest of all floors; the host stops before the floor is reached.</summary>
[RiskRule("dd_buffer", OrderClass.EntryOrRaise, "stop", Scope = RiskScope.Account,
    Description = "Equity stays above the highest floor by a fraction of the initial capital.")]
public sealed class DrawdownBufferRule(
    [RiskParameter(Min = 0, Max = 0.05, Paper = 0.005, Description = "fraction of the initial capital")] decimal frac) : IRiskRule, ILossBuffer
{
    public RuleResult Check(RiskContext context) => context.Floor is { } floor
        ? RuleResult.Above(context.Account.OwnEquity, floor.Highest + Buffer(context.State), context.Account.Currency)
        : RuleResult.Missing("a floor of the equity");

    public decimal Buffer(RiskState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return frac * state.InitialCapital;
    }
}
