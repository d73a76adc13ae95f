using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>
/// The account was compared with the journal since the last connect, and nothing was left over. What lowers risk waits only for an order on the same
/// ticket whose outcome nobody knows, on a netting account for one in the same symbol.
/// </summary>
[RiskRule("reconciliation_clean", OrderClass.All, "reconcile", Scope = RiskScope.Account,
    Description = "The account was compared with the journal since the last connect and nothing was left over; what lowers risk needs that of its own ticket alone.")]
public sealed class ReconciliationRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Link is not { } link)
        {
            return RuleResult.NotApplicable;
        }

        bool isClean = (context.Class & OrderClass.EntryOrRaise) != 0 ? link.IsReconciled && context.State.InDoubt.Count == 0 : !context.State.InDoubt.Any(o => Meets(o, context));
        return RuleResult.Test(isClean, isClean ? "reconciled" : "not reconciled", "=", "reconciled");
    }

    private static bool Meets(OrderIntent doubtful, RiskContext context) => context.Account.Mode == AccountMode.Netting
        ? doubtful.Symbol == context.Order.Symbol
        : doubtful.Target is not null && doubtful.Target == context.Order.Target;
}
