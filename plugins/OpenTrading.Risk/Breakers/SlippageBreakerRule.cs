using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Breakers;

/// <summary>The last fills were no worse than the prices they were meant for, on the whole and each. Trips to reduce-only. Fills that the host simulates say nothing of a broker.</summary>
[RiskRule("slippage_breaker", OrderClass.Entry, "operator re-arms", Scope = RiskScope.Account,
    Description = "The last fills were worse than the prices they were meant for by few basis points, on the whole and each.")]
public sealed class SlippageBreakerRule(
    [RiskParameter(Min = 1, Max = 50, Paper = 5, Description = "fills")] int last,
    [RiskParameter(Name = "mean_bps", Min = 0, Max = 20, Paper = 2, Description = "basis points, mean of the last fills")] decimal mean,
    [RiskParameter(Name = "single_bps", Min = 0, Max = 50, Paper = 5, Description = "basis points, each of them")] decimal perFill) : IRiskRule, ICircuitBreaker
{
    public bool StopsEntries => false;

    public RuleResult Check(RiskContext context) => Judge(context.History);

    public string? Tripped(AccountHistory history, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Judge(history) is { Outcome: RuleOutcome.Reject } found
            ? string.Create(CultureInfo.InvariantCulture, $"slippage_breaker: {found.Value} {found.Unit}, limit {found.Operator} {found.Limit}")
            : null;
    }

    private RuleResult Judge(AccountHistory history)
    {
        IReadOnlyList<decimal> slips = history.Slips;
        int count = Math.Min(last, slips.Count);
        if (count == 0)
        {
            return RuleResult.NotApplicable;
        }

        (decimal worst, decimal sum) = (0, 0);
        for (int i = slips.Count - count; i < slips.Count; i++)
        {
            (worst, sum) = (Math.Max(worst, slips[i]), sum + slips[i]);
        }

        // One fill alone has no mean: before there are enough, each is held to its own limit.
        RuleResult each = RuleResult.AtMost(worst, perFill, "bps, worst fill");
        return each.Outcome == RuleOutcome.Pass && count == last ? RuleResult.AtMost(sum / count, mean, "bps, mean", decimals: 3) : each;
    }
}
