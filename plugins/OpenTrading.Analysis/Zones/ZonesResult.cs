using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Zones;

/// <summary>Zones of a symbol.</summary>
public sealed record ZonesResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Zones that are not wholly filled, newest first.</summary>
    public required IReadOnlyList<PriceZone> Zones { get; init; }

    /// <summary>Such zones in all.</summary>
    public required int Total { get; init; }

    /// <summary>Whether older ones are left out.</summary>
    public required bool Truncated { get; init; }
}
