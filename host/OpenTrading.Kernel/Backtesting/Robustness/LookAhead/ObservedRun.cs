namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>What a run showed. It must not close positions at its end: that fill would be the cut's, not the strategy's.</summary>
/// <param name="Bars">Bars run.</param>
/// <param name="Series">Signals and indicator outputs, in one order for every run.</param>
/// <param name="Fills">Fills, in order.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ObservedRun(int Bars, IReadOnlyList<ObservedSeries> Series, IReadOnlyList<ObservedFill> Fills);
