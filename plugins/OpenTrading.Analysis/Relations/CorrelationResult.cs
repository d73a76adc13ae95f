using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Relations;

/// <summary>How symbols go together.</summary>
public sealed record CorrelationResult : DataResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>The symbols, in the order of the matrix.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Where each symbol's bars come from.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>Correlation of each with each; null where one does not move.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> Matrix { get; init; }

    /// <summary>The pairs, those that go together most, in either direction, first.</summary>
    public required IReadOnlyList<PairCorrelation> Pairs { get; init; }

    /// <summary>Bars that all of them have.</summary>
    public required int OverlapBars { get; init; }

    /// <summary>Symbols that could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
