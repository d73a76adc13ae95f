using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>What one rule said about one order.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Result">Outcome, value and limit.</param>
/// <param name="RuleFailed">Whether the rule itself failed; its result is then a rejection.</param>
public sealed record RuleVerdict(RiskRuleAttribute Rule, RuleResult Result, bool RuleFailed = false);
