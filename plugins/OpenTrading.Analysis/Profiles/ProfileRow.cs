namespace OpenTrading.Analysis.Profiles;

/// <summary>Volume in a span of prices.</summary>
/// <param name="Price">Its middle, price units.</param>
/// <param name="Volume">Volume in it.</param>
/// <param name="Pct">Share of the whole, percent.</param>
public sealed record ProfileRow(decimal Price, double Volume, double Pct);
