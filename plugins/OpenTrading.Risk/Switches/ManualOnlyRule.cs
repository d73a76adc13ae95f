using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Switches;

/// <summary>Where automatic trading is not allowed, operator and host may close and reduce, and nobody may do more.</summary>
[RiskRule("ea_allowed", OrderClass.All, "trade manually", Scope = RiskScope.Account,
    Description = "Automatic trading is allowed, or operator or host closes or reduces.")]
public sealed class ManualOnlyRule(
    [RiskParameter(Paper = true, Description = "whether automatic trading is allowed")] bool allowed) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        bool passes = allowed || (Proposers.IsOperatorOrHost(context.Order.Proposer) && (context.Class & (OrderClass.Reduce | OrderClass.Close)) != 0);
        return RuleResult.Test(passes, context.Order.Proposer, "with", allowed ? "automatic trading" : "manual trading alone");
    }
}
