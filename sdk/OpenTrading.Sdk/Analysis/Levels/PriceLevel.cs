namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>A price that the market may heed.</summary>
/// <param name="Price">Price units.</param>
/// <param name="Kind"><c>swing</c>, <c>pivot</c>, <c>fibonacci</c>, <c>period</c> or <c>round</c>.</param>
/// <param name="Label">Its name, such as <c>previous week high</c>.</param>
/// <param name="Touches">How often the price turned there; null where the level is not about turns.</param>
/// <param name="LastTouchAt">UTC opening time of the bar that turned there last.</param>
/// <param name="Score">
/// Weight of the level itself, and 10 for each other kind with a level within a quarter of the average true range; 0 to 100.
/// </param>
/// <param name="DistancePips">How far it lies above the newest close; below it is negative.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PriceLevel(decimal Price, string Kind, string Label, int? Touches, DateTime? LastTouchAt, double Score, double DistancePips);
