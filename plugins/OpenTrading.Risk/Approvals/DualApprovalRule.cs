using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Approvals;

/// <summary>What risks much, or is large, has the word of two operators.</summary>
[RiskRule("dual_approval_over", OrderClass.EntryOrRaise, "ask one", Scope = RiskScope.Account,
    Description = "What risks much, or is large, has the word of two operators.")]
public sealed class DualApprovalRule(
    [RiskParameter(Min = 0.0001, Max = 0.05, Paper = 0.01, Description = "fraction of the risk base")] decimal frac,
    [RiskParameter(Min = 0, Max = 1_000_000, Paper = "none", Description = "lots")] decimal? lots) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Stage: GateStage.Final, Approval: { } approval })
        {
            return RuleResult.NotApplicable;
        }

        // Without a stop or a rate nobody knows how much it risks.
        bool isLarge = context.Order.Volume > lots || Loss.AtStop(context, context.Order.Volume) is not { } loss || loss > frac * context.Account.RiskBase;
        return RuleResult.AtLeast(approval.Operators.Count, isLarge ? 2 : 1, "operators");
    }
}
