using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Snapshots;

/// <summary>Indicators at one bar.</summary>
public sealed record SnapshotResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The newest closed bar.</summary>
    public required SnapshotBar Bar { get; init; }

    /// <summary>Outputs by indicator; null where a value is not known or not defined.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double?>> Values { get; init; }

    /// <summary>What the values are usually taken for; no advice.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }
}
