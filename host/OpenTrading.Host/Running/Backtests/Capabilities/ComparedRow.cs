namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A run in a comparison.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Metrics">Headline metrics by key; undefined ones are left out.</param>
internal sealed record ComparedRow(string RunId, IReadOnlyDictionary<string, double> Metrics);
