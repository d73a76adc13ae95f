using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>The terminal has been heard, and its account was read, within milliseconds.</summary>
[RiskRule("connection_stale_max", OrderClass.All, "check terminal", Scope = RiskScope.Account,
    Description = "The terminal has been heard, and its account was read, within milliseconds.")]
public sealed class ConnectionAgeRule(
    [RiskParameter(Min = 1000, Max = 30000, Paper = 10000, Description = "milliseconds")] int ms) : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.Link is not { } link ? RuleResult.NotApplicable
        : link.Silence is not { } silence ? RuleResult.Missing("a connection")
        : RuleResult.AtMost((decimal)Math.Ceiling(Math.Max(silence.TotalMilliseconds, link.SnapshotAge.TotalMilliseconds)), ms, "ms");
}
