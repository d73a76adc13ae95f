namespace OpenTrading.Analysis.Relations;

/// <summary>How a currency moved against the others.</summary>
/// <param name="Code">Currency.</param>
/// <param name="Score">0 for the weakest, 100 for the strongest, between by the change.</param>
/// <param name="ChangePct">Change against the mean of all currencies listed, percent.</param>
/// <param name="Rank">1 for the strongest.</param>
public sealed record CurrencyRank(string Code, double Score, double ChangePct, int Rank);
