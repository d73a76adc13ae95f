using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>What one rule said of one order.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="Value">What it measured.</param>
/// <param name="Limit">Its limit, with the operator.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Remedy">What to do about a failure.</param>
/// <param name="Message">All of it in one sentence.</param>
public sealed record RuleRow(string Rule, RuleStatus Status, string? Value, string? Limit, string? Unit, string? Remedy, string Message)
{
    internal static RuleRow Of(RuleVerdict verdict, RiskContext context)
    {
        RuleResult result = verdict.Result;
        if (result.Outcome == RuleOutcome.NotApplicable)
        {
            return new RuleRow(verdict.Rule.Id, RuleStatus.NotApplicable, null, null, null, null, $"{verdict.Rule.Id}: does not apply");
        }

        var found = Violation.From(verdict, context);
        bool passes = result.Outcome == RuleOutcome.Pass;
        return new RuleRow(
            verdict.Rule.Id,
            passes ? RuleStatus.Pass : RuleStatus.Fail,
            result.Value,
            $"{result.Operator} {result.Limit}",
            result.Unit is "" ? null : result.Unit,
            passes ? null : found.Remedy,
            passes ? found.Finding : found.Message);
    }
}
