namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>Where a run with another future first differs from the full one, before the cut: the strategy has seen what it cannot know.</summary>
/// <param name="Trial">What was done to the future.</param>
/// <param name="Cut">First bar that was changed or left out.</param>
/// <param name="Bar">First bar that differs.</param>
/// <param name="Series">Series that differs, or <c>fills</c>.</param>
/// <param name="Full">What the full run showed there.</param>
/// <param name="Changed">What the other run showed.</param>
public sealed record LookAheadDifference(LookAheadTrial Trial, int Cut, int Bar, string Series, string Full, string Changed);
