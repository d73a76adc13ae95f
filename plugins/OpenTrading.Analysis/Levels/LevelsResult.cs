using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Levels;

/// <summary>Support and resistance of a symbol.</summary>
public sealed record LevelsResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The strongest levels, highest price first.</summary>
    public required IReadOnlyList<PriceLevel> Levels { get; init; }

    /// <summary>The widest move of the bars, which the Fibonacci levels measure.</summary>
    public required LevelSwing Swing { get; init; }

    /// <summary>Levels in all.</summary>
    public required int Total { get; init; }

    /// <summary>Whether weaker ones are left out.</summary>
    public required bool Truncated { get; init; }

    /// <summary>Kinds that could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
