namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Metrics that a reader looks at together.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Metrics">In the order of reading.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MetricGroup(string Title, IReadOnlyList<Metric> Metrics);
