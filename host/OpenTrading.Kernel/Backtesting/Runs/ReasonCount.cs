namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>How often something came to nothing for one reason.</summary>
/// <param name="Reason">Why, in the words of the first time.</param>
/// <param name="Count">How often.</param>
/// <param name="First">UTC opening time of the bar of the first time, or time of its tick.</param>
/// <param name="Detail">What it was the first time, such as the order with its prices; empty when the reason says it all.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct ReasonCount(string Reason, int Count, DateTime First, string Detail = "");
