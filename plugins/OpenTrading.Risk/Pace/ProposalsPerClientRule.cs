using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Pace;

/// <summary>A client proposes so much within an hour, and so much of it waits for approval, that a human can still read it.</summary>
[RiskRule("proposals_per_client", OrderClass.EntryOrRaise, "slow down", Scope = RiskScope.Account,
    Description = "Proposals of a client within an hour, and those that wait for approval, stay within numbers.")]
public sealed class ProposalsPerClientRule(
    [RiskParameter(Name = "per_hour", Min = 1, Max = 500, Paper = 20, Description = "proposals an hour")] int perHour,
    [RiskParameter(Min = 1, Max = 50, Paper = 5, Description = "proposals that wait for approval")] int open) : IRiskRule
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public RuleResult Check(RiskContext context)
    {
        if (!context.Order.Proposer.StartsWith("client:", StringComparison.Ordinal))
        {
            return RuleResult.NotApplicable;
        }

        int proposed = Counting.Within(
            context.History.Proposed,
            context.Now,
            Hour,
            context.Order,
            static (other, order) => other.Proposer == order.Proposer && (other.Class & OrderClass.EntryOrRaise) != 0 && !other.Is(order));
        RuleResult rate = RuleResult.AtMost(proposed + 1, perHour, "proposals an hour");

        // On the last look the order itself waits no more.
        return rate.Outcome == RuleOutcome.Pass && context.Stage == GateStage.Pre
            ? RuleResult.AtMost(context.History.Waiting.GetValueOrDefault(context.Order.Proposer) + 1, open, "waiting proposals")
            : rate;
    }
}
