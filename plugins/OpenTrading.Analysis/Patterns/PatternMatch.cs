using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Patterns;

/// <summary>A pattern in the bars.</summary>
/// <param name="Pattern">Its name.</param>
/// <param name="Direction">The side it speaks for.</param>
/// <param name="From">UTC opening time of its first bar.</param>
/// <param name="To">UTC opening time of its last bar.</param>
/// <param name="State">What became of it.</param>
/// <param name="Score">How clear it is, 0 to 100; no probability.</param>
/// <param name="Neckline">Price whose crossing confirms a chart pattern.</param>
/// <param name="Target">Its height beyond the neckline, where charts' readers look for the price then.</param>
public sealed record PatternMatch(
    string Pattern, Direction Direction, DateTime From, DateTime To, PatternState State, double Score, decimal? Neckline = null, decimal? Target = null);
