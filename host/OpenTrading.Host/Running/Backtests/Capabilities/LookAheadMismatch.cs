namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Where a run with another future differed.</summary>
/// <param name="Time">Bar, UTC.</param>
/// <param name="Full">What the whole run showed.</param>
/// <param name="Truncated">What the run with another future showed.</param>
/// <param name="Field">What differed: <c>fills</c>, <c>signal</c>, or a rule or input that the strategy states.</param>
internal sealed record LookAheadMismatch(DateTime Time, string Full, string Truncated, string Field);
