using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>What one strategy said about one bar.</summary>
/// <param name="StrategyId">Who voted.</param>
/// <param name="Signal">What for, with its reason.</param>
/// <param name="Weight">Weight of the strategy, above 0. Default 1.</param>
public sealed record Vote(string StrategyId, Signal Signal, double Weight = 1);
