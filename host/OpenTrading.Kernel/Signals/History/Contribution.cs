namespace OpenTrading.Kernel.Signals.History;

/// <summary>What one rule or strategy gave to a decision.</summary>
/// <param name="Factor">Which rule, or which strategy.</param>
/// <param name="Weight">Its share; below zero for what spoke against it.</param>
public sealed record Contribution(string Factor, double Weight);
