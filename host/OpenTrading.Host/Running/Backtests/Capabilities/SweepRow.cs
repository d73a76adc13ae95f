namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A combination of parameters.</summary>
/// <param name="Parameters">Values by name.</param>
/// <param name="Metrics">The metric it was ranked by, with net profit, fills and trades.</param>
internal sealed record SweepRow(IReadOnlyDictionary<string, double> Parameters, IReadOnlyDictionary<string, double> Metrics);
