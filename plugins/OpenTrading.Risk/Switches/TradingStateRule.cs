using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Switches;

/// <summary>
/// Active lets everything pass; reduce-only nothing that opens or raises risk; halted only closing and tightening by operator or host.
/// </summary>
/// <param name="initial">State at the very first start; later the journaled state applies.</param>
[RiskRule("trading_state", OrderClass.All, "operator sets active", Scope = RiskScope.Account,
    Description = "Active: everything. Reduce-only: nothing that opens or raises risk. Halted: only closing and tightening by operator or host.")]
public sealed class TradingStateRule(
    [RiskParameter(Paper = TradingState.ReduceOnly, Description = "state at the first start")] TradingState initial) : IRiskRule
{
    /// <summary>State at the very first start.</summary>
    public TradingState Initial { get; } = initial;

    public RuleResult Check(RiskContext context)
    {
        bool passes = context.State.Trading switch
        {
            TradingState.Active => true,
            TradingState.ReduceOnly => (context.Class & OrderClass.EntryOrRaise) == 0,
            _ => (context.Class & OrderClass.EntryOrRaise) == 0 && Proposers.IsOperatorOrHost(context.Order.Proposer),
        };
        return RuleResult.Test(passes, context.State.Trading.ToString().ToLowerInvariant(), "=", "active");
    }
}
