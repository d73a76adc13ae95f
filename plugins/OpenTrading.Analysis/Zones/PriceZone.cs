using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Zones;

/// <summary>A span of prices that was left in haste.</summary>
/// <param name="Kind"><c>fvg</c>, <c>order_block</c> or <c>supply_demand</c>.</param>
/// <param name="Direction">Where the price left to: up from a zone below it, down from one above.</param>
/// <param name="Top">Upper end, price units.</param>
/// <param name="Bottom">Lower end, price units.</param>
/// <param name="CreatedAt">UTC opening time of the bar at whose close it was there.</param>
/// <param name="FilledPct">How far the price has come back into it, 0 to 100.</param>
/// <param name="Score">60 for what is not filled, 20 for a height of one average true range, 20 for being new; 0 to 100.</param>
public sealed record PriceZone(string Kind, Direction Direction, decimal Top, decimal Bottom, DateTime CreatedAt, double FilledPct, double Score);
