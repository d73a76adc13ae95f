namespace OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

/// <summary>One parameter of a grid.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Values">Values tried, rising.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ParameterAxis(string Name, IReadOnlyList<double> Values);
