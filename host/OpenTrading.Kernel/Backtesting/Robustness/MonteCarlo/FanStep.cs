namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>Where the paths stand after so many steps, account currency.</summary>
/// <param name="Step">Steps done, 0 for the start.</param>
/// <param name="Original">The history that happened.</param>
/// <param name="P5">Equity that 5 % of the paths are below.</param>
/// <param name="P25">A quarter.</param>
/// <param name="P50">Half.</param>
/// <param name="P75">Three quarters.</param>
/// <param name="P95">95 %.</param>
public readonly record struct FanStep(int Step, double Original, double P5, double P25, double P50, double P75, double P95);
