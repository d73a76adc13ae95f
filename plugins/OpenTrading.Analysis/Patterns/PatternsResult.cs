using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Patterns;

/// <summary>Patterns in the bars of a symbol.</summary>
public sealed record PatternsResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The patterns, newest first.</summary>
    public required IReadOnlyList<PatternMatch> Matches { get; init; }

    /// <summary>Patterns in all.</summary>
    public required int Total { get; init; }

    /// <summary>Whether older ones are left out.</summary>
    public required bool Truncated { get; init; }
}
