using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>The account was compared with the journal since the last connect, and nothing was left over.</summary>
[RiskRule("reconciliation_clean", OrderClass.EntryOrRaise, "reconcile", Scope = RiskScope.Account,
    Description = "The account was compared with the journal since the last connect, and nothing was left over.")]
public sealed class ReconciliationRule : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.Link is { } link
        ? RuleResult.Test(link.IsReconciled, link.IsReconciled ? "reconciled" : "not reconciled", "=", "reconciled")
        : RuleResult.NotApplicable;
}
