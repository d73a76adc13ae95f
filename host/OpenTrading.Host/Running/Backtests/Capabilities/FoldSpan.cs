namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Bars of a window.</summary>
/// <param name="From">Opening time of the first, UTC.</param>
/// <param name="To">Opening time of the last, UTC.</param>
/// <param name="Bars">How many.</param>
internal sealed record FoldSpan(DateTime From, DateTime To, int Bars);
