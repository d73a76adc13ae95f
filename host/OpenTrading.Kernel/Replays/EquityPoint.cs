namespace OpenTrading.Kernel.Replays;

/// <summary>Equity at one instant.</summary>
/// <param name="Time">UTC opening time of the bar.</param>
/// <param name="Equity">Account currency.</param>
public readonly record struct EquityPoint(DateTime Time, decimal Equity);
