using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Breakers;

/// <summary>A broker that refuses again and again is not asked further. Trips the kill switch to level 1.</summary>
[RiskRule("reject_breaker", OrderClass.Entry, "operator re-arms", Scope = RiskScope.Account,
    Description = "Requests that the broker refused within minutes are below a number.")]
public sealed class RejectBreakerRule(
    [RiskParameter(Min = 1, Max = 20, Paper = 5, Description = "refusals; a complaint about too many requests counts five")] int n,
    [RiskParameter(Paper = 10, Description = "minutes")] int min) : IRiskRule, ICircuitBreaker
{
    private readonly TimeSpan _window = TimeSpan.FromMinutes(min);

    public bool StopsEntries => true;

    public RuleResult Check(RiskContext context) => Judge(context.History, context.Now);

    public string? Tripped(AccountHistory history, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Judge(history, now) is { Outcome: RuleOutcome.Reject } found
            ? string.Create(CultureInfo.InvariantCulture, $"reject_breaker: {found.Value} {found.Unit}, limit {found.Operator} {found.Limit}")
            : null;
    }

    private RuleResult Judge(AccountHistory history, DateTime now)
    {
        IReadOnlyList<BrokerRefusal> refusals = history.Refusals;
        int refused = 0;
        for (int i = refusals.Count - 1; i >= 0 && refusals[i].Time > now - _window; i--)
        {
            refused += refusals[i].Weight;
        }

        return RuleResult.Test(refused < n, refused.ToString(CultureInfo.InvariantCulture), "<", n.ToString(CultureInfo.InvariantCulture), "refusals");
    }
}
