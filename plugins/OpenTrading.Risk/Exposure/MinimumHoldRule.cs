using OpenTrading.Risk.Switches;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>A position is not closed before it is so old, unless operator or host closes it. Off by default.</summary>
[RiskRule("min_hold_time", OrderClass.Reduce | OrderClass.Close, "wait",
    Description = "A position that is closed is at least so old; operator and host are exempt.")]
public sealed class MinimumHoldRule(
    [RiskParameter(Min = 0, Max = 86_400, Paper = "none", Description = "seconds")] int? s) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        return s is { } seconds && !Proposers.IsOperatorOrHost(context.Order.Proposer) && context.Positions.FirstOrDefault(p => p.Ticket == context.Order.Target) is { } position
            ? RuleResult.AtLeast((decimal)(context.Now - position.OpenedAt).TotalSeconds, seconds, "s")
            : RuleResult.NotApplicable;
    }
}
