using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Features.Indicators;

/// <summary>Indicators and feature sets.</summary>
public sealed record IndicatorsResult : CapabilityResult
{
    /// <summary>The indicators, by group and name.</summary>
    public required IReadOnlyList<IndicatorRow> Indicators { get; init; }

    /// <summary>The feature sets.</summary>
    public required IReadOnlyList<FeatureSetRow> FeatureSets { get; init; }

    /// <summary>All about the indicator that was named.</summary>
    public IndicatorDetail? Detail { get; init; }
}
