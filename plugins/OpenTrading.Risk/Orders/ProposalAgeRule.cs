using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The order is young enough for its terms to mean anything.</summary>
[RiskRule("proposal_age_max", OrderClass.EntryOrRaise, "propose again",
    Description = "The order is young enough for its terms to mean anything.")]
public sealed class ProposalAgeRule(
    [RiskParameter(Min = 10, Max = 900, Paper = 300, Description = "seconds")] int s) : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.ProposedAt is { } proposed
        ? RuleResult.AtMost((decimal)(context.Now - proposed).TotalSeconds, s, "s", decimals: 3)
        : RuleResult.NotApplicable;
}
