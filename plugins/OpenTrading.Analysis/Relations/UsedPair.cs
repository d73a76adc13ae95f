namespace OpenTrading.Analysis.Relations;

/// <summary>A pair from which the strength of its currencies follows.</summary>
/// <param name="Symbol">The pair.</param>
/// <param name="Source">Where its bars come from.</param>
/// <param name="ChangePct">Change of its close over the bars, percent.</param>
public sealed record UsedPair(string Symbol, string Source, double ChangePct);
