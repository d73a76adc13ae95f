namespace OpenTrading.Simulation.Matching;

/// <summary>Lowest and highest price of a stretch of bars, points.</summary>
internal readonly record struct PriceRange(int Lowest, int Highest);
