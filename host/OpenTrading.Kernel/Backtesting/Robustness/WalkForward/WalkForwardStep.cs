namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>What one window chose, and what became of it. Profit in account currency.</summary>
/// <param name="Window">The window.</param>
/// <param name="Selected">Candidate with the highest profit in sample, the first of equals.</param>
/// <param name="InSampleProfit">Its profit in sample.</param>
/// <param name="OutOfSampleProfit">Its profit out of sample.</param>
public readonly record struct WalkForwardStep(WalkForwardWindow Window, int Selected, double InSampleProfit, double OutOfSampleProfit);
