namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A run whose orders come later.</summary>
/// <param name="Delay">Bars, beyond the next open.</param>
/// <param name="NetProfit">Account currency.</param>
internal sealed record DelayRow(int Delay, double NetProfit);
