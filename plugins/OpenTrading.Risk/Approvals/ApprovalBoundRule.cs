using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Approvals;

/// <summary>Where humans are asked, enough have approved exactly this order, and their word is still good.</summary>
[RiskRule("approval_present_bound", OrderClass.All, "approve again",
    Description = "Where humans are asked, enough have approved exactly this order, and their word is still good.")]
public sealed class ApprovalBoundRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Stage: GateStage.Final, Approval: { } approval })
        {
            return RuleResult.NotApplicable;
        }

        return approval.Operators.Count == 0 ? RuleResult.Test(false, "no approval", "needs", "an operator's")
            : approval.OrderHash != approval.ExpectedHash ? RuleResult.Test(false, "an approval of another order", "needs", "one of this order")
            : RuleResult.Test(approval.Left > TimeSpan.Zero, $"{Math.Floor(approval.Left.TotalSeconds):0}", ">", "0", "s left");
    }
}
