using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>Host and broker agree on the time within milliseconds.</summary>
[RiskRule("clock_skew_max", OrderClass.EntryOrRaise, "sync the clock", Scope = RiskScope.Account,
    Description = "Host and broker agree on the time within milliseconds.")]
public sealed class ClockSkewRule(
    [RiskParameter(Min = 100, Max = 5000, Paper = 2000, Description = "milliseconds")] int ms) : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.Link?.ClockDifference is { } difference
        ? RuleResult.AtMost((decimal)Math.Ceiling(Math.Abs(difference.TotalMilliseconds)), ms, "ms")
        : RuleResult.NotApplicable;
}
