using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Levels;

/// <summary>The move that the Fibonacci levels measure.</summary>
/// <param name="From">Where it began.</param>
/// <param name="To">Where it ended.</param>
/// <param name="Direction">Where it went.</param>
public sealed record LevelSwing(SwingEnd From, SwingEnd To, Direction Direction);
