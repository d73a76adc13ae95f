namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>One figure of a run: its name in reports and objectives, what it means, and where it is read.</summary>
/// <param name="Key">Name in JSON, such as <c>maxDrawdownPct</c>.</param>
/// <param name="Label">Name for readers.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Aim">Which way is better.</param>
/// <param name="Meaning">How it is defined, one sentence.</param>
/// <param name="Of">Reads it; NaN where it is undefined.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Metric(string Key, string Label, MetricUnit Unit, MetricAim Aim, string Meaning, Func<RunSummary, double> Of);
