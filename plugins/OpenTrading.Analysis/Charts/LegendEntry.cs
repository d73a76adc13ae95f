namespace OpenTrading.Analysis.Charts;

/// <summary>A line of the chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Color">Its colour, <c>#rrggbb</c>.</param>
/// <param name="Panel"><c>price</c>, or <c>below</c> for what has a scale of its own.</param>
/// <param name="Last">Its newest value; null where not known.</param>
public sealed record LegendEntry(string Name, string Color, string Panel, double? Last);
