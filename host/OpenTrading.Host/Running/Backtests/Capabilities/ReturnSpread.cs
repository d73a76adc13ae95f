namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Percentiles of returns, percent.</summary>
/// <param name="P5">One in twenty was worse.</param>
/// <param name="P50">The middle.</param>
/// <param name="P95">One in twenty was better.</param>
internal sealed record ReturnSpread(double P5, double P50, double P95);
