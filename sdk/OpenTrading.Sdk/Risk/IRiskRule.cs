namespace OpenTrading.Sdk.Risk;

/// <summary>
/// A rule of the risk gate: a pure function of order and snapshot, without clock, I/O or memory. A rule can only tighten: it may pass,
/// lower the volume or reject. One that throws, or takes longer than 50 ms, counts as a rejection.
/// </summary>
/// <remarks>Parameters are constructor parameters marked <see cref="RiskParameterAttribute"/>, bound from <c>[risk]</c> as <c>risk.RULE.PARAMETER</c>.</remarks>
public interface IRiskRule
{
    /// <summary>Judges one order.</summary>
    RuleResult Check(RiskContext context);
}
