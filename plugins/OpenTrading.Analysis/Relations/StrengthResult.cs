using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Relations;

/// <summary>How currencies moved against each other.</summary>
public sealed record StrengthResult : DataResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The currencies, strongest first.</summary>
    public required IReadOnlyList<CurrencyRank> Currencies { get; init; }

    /// <summary>The pair whose base gained most on its quote currency.</summary>
    public required string StrongestPair { get; init; }

    /// <summary>The pair whose base lost most to its quote currency.</summary>
    public required string WeakestPair { get; init; }

    /// <summary>The pairs it follows from.</summary>
    public required IReadOnlyList<UsedPair> PairsUsed { get; init; }

    /// <summary>Pairs that could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
