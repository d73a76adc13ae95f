namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>What a strategy computed at every bar: a signal or the output of an indicator.</summary>
/// <param name="Name">Name in the verdict, such as <c>signal</c> or <c>ema(20)</c>.</param>
/// <param name="Values">One a bar, NaN where there is none.</param>
public sealed record ObservedSeries(string Name, IReadOnlyList<double> Values);
