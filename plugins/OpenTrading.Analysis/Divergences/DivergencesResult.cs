using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Divergences;

/// <summary>Divergences of a symbol.</summary>
public sealed record DivergencesResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The divergences, newest first.</summary>
    public required IReadOnlyList<Divergence> Matches { get; init; }

    /// <summary>Divergences in all.</summary>
    public required int Total { get; init; }

    /// <summary>Whether older ones are left out.</summary>
    public required bool Truncated { get; init; }
}
