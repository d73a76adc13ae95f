using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Structure;

/// <summary>The order of highs and lows of a symbol.</summary>
public sealed record StructureResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Direction of the latest break.</summary>
    public required Direction Trend { get; init; }

    /// <summary>Turning points, oldest first.</summary>
    public required IReadOnlyList<StructureSwing> Swings { get; init; }

    /// <summary>Closes beyond a turning point, oldest first.</summary>
    public required IReadOnlyList<StructureBreak> Breaks { get; init; }

    /// <summary>A close beyond this price turns the trend; absent without a trend.</summary>
    public decimal? Invalidation { get; init; }

    /// <summary>Whether older ones are left out.</summary>
    public required bool Truncated { get; init; }
}
