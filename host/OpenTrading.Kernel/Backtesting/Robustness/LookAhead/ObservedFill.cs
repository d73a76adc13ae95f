namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>A fill of an observed run.</summary>
/// <param name="Bar">Index of the bar in which it happened.</param>
/// <param name="Line">The fill as it stands in the order list, without its number.</param>
public readonly record struct ObservedFill(int Bar, string Line);
