using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Sets;

/// <summary>What the features of a set are worth.</summary>
public sealed record FeatureStatsResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Bars judged.</summary>
    public required int N { get; init; }

    /// <summary>One item a feature.</summary>
    public required IReadOnlyList<FeatureStat> Features { get; init; }

    /// <summary>Pairs that say nearly the same, the closest first.</summary>
    public required IReadOnlyList<CorrelatedFeatures> HighCorrelations { get; init; }
}
