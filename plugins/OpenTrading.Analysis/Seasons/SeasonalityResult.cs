using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Seasons;

/// <summary>Returns of a symbol by season.</summary>
public sealed record SeasonalityResult : PricesResult
{
    /// <summary>Length of the bars whose returns were grouped.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>One item a season, in their order.</summary>
    public required IReadOnlyList<SeasonBucket> Buckets { get; init; }
}
