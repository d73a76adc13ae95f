namespace OpenTrading.Features.Indicators;

/// <summary>A parameter of an indicator.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type"><c>integer</c>, <c>number</c>, <c>boolean</c>, or the names to choose from with <c>|</c> between.</param>
/// <param name="Default">Value when left out.</param>
/// <param name="Min">Lowest allowed number.</param>
/// <param name="Max">Highest allowed number.</param>
public sealed record IndicatorParameter(string Name, string Type, object? Default, double? Min, double? Max);
