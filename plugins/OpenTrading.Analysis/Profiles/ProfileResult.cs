using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Profiles;

/// <summary>Volume of a symbol by price.</summary>
public sealed record ProfileResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Middle of the row with the most volume, the point of control.</summary>
    public required decimal Poc { get; init; }

    /// <summary>Upper end of the span around it that holds 70 % of the volume.</summary>
    public required decimal ValueAreaHigh { get; init; }

    /// <summary>Lower end of that span.</summary>
    public required decimal ValueAreaLow { get; init; }

    /// <summary>The rows, highest price first.</summary>
    public required IReadOnlyList<ProfileRow> Rows { get; init; }

    /// <summary>Prices with more volume than around them.</summary>
    public required IReadOnlyList<decimal> HighNodes { get; init; }

    /// <summary>Prices with less volume than around them.</summary>
    public required IReadOnlyList<decimal> LowNodes { get; init; }

    /// <summary>What the source counts as volume.</summary>
    public required VolumeKind VolumeKind { get; init; }
}
