namespace OpenTrading.Kernel.Signals.Generation;

/// <summary>A rule that a strategy stated for its decision.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Value">What was compared; null where that is no number.</param>
/// <param name="Threshold">With what; null where that is no number.</param>
/// <param name="StrategyId">Whose rule; null where one strategy decided alone.</param>
public sealed record StatedRule(string Rule, bool Passed, double? Value, double? Threshold, string? StrategyId = null);
