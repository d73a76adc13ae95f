namespace OpenTrading.Scanner.Confluence;

/// <summary>What one factor gave.</summary>
/// <param name="Name">Which factor.</param>
/// <param name="Score">0 speaks against the direction, 50 is neither, 100 speaks for it.</param>
/// <param name="Weight">What it counts, percent of all that is known; absent in lists.</param>
/// <param name="Why">In words; absent in lists.</param>
public sealed record FactorScore(string Name, double Score, double? Weight = null, string? Why = null);
