namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>A parameter of a strategy.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type"><c>integer</c>, <c>number</c>, <c>boolean</c>, <c>text</c>, or the names to choose from with <c>|</c> between.</param>
/// <param name="Default">Value when left out; null where it must be given.</param>
/// <param name="Min">Lowest allowed number.</param>
/// <param name="Max">Highest allowed number.</param>
public sealed record StrategyParameter(string Name, string Type, object? Default, double? Min, double? Max);
