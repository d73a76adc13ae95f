using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>A finished walk-forward.</summary>
/// <param name="Result">The windows with what each chose.</param>
/// <param name="Stitched">What was traded out of sample, as one run.</param>
/// <param name="Sharpes">Sharpe ratio a year of the chosen parameters in each window; NaN where equity never moved.</param>
internal sealed record WalkForwardOutcome(WalkForwardResult Result, BacktestOutcome Stitched, IReadOnlyList<(double InSample, double OutOfSample)> Sharpes);
