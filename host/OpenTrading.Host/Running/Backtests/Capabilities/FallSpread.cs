namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Percentiles of drawdowns, percent.</summary>
/// <param name="P50">The middle.</param>
/// <param name="P95">One in twenty was deeper.</param>
/// <param name="P99">One in a hundred was deeper.</param>
internal sealed record FallSpread(double P50, double P95, double P99);
