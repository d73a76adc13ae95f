using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Analysis.Trends;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Analysis.Context;

/// <summary>The trend of a symbol on several timeframes.</summary>
public sealed record ContextResult : PricesResult
{
    /// <summary>One item a timeframe, shortest first.</summary>
    public required IReadOnlyList<ContextFrame> Frames { get; init; }

    /// <summary>Up or down where all timeframes agree, else mixed.</summary>
    public required Alignment Alignment { get; init; }

    /// <summary>Timeframes up less those down, over all, without its sign: 0 for a draw, 100 where all agree.</summary>
    public required double AlignmentScore { get; init; }

    /// <summary>The three nearest levels above the close and the three below it, of the shortest timeframe, highest price first.</summary>
    public required IReadOnlyList<PriceLevel> NearestLevels { get; init; }

    /// <summary>Timeframes that could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
