namespace OpenTrading.Analysis.Relations;

/// <summary>The difference of two logarithmic prices, the second times the hedge ratio.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Stdev">Standard deviation.</param>
/// <param name="Last">At the newest common bar.</param>
public sealed record SpreadStats(double Mean, double Stdev, double Last);
