using System.Text.Json.Serialization;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>Why an order was rejected: rule, value, limit and remedy.</summary>
/// <param name="Rule">Rule id, or <c>rule_failed</c>.</param>
/// <param name="What">The id in words.</param>
/// <param name="Where">Account or symbol.</param>
/// <param name="Value">What the rule measured.</param>
/// <param name="Operator">Operator between value and limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Unit">Unit of value and limit.</param>
/// <param name="Remedy">What to do.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Violation(string Rule, string What, string Where, string Value, string Operator, string Limit, string Unit, string Remedy)
{
    /// <summary>What the rule found, without what to do about it.</summary>
    [JsonIgnore]
    public string Finding => $"{Rule}: {What} {Where} is {Value}{(Unit.Length > 0 ? " " + Unit : "")}, limit {Operator} {Limit}";

    /// <summary>The violation in one sentence.</summary>
    public string Message => $"{Finding}; {Remedy}";

    /// <summary>The violation behind a rejecting verdict.</summary>
    public static Violation From(RuleVerdict verdict, RiskContext context) => new(
        verdict.RuleFailed ? "rule_failed" : verdict.Rule.Id,
        verdict.Rule.Id.Replace('_', ' '),
        verdict.Rule.Scope == RiskScope.Account ? context.Account.Login : context.Order.Symbol,
        verdict.Result.Value,
        verdict.Result.Operator,
        verdict.Result.Limit,
        verdict.Result.Unit,
        verdict.RuleFailed ? "an operator removes the rule and restarts" : verdict.Rule.Remedy);
}
