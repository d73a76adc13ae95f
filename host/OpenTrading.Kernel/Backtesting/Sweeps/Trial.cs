namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>One combination of parameters that was run.</summary>
/// <param name="Cell">Number of the combination in the grid.</param>
/// <param name="Objective">Value of the objective; NaN where it is undefined or the run failed.</param>
/// <param name="FinalEquity">Equity at the last close, account currency.</param>
/// <param name="Fills">Fills.</param>
/// <param name="Trades">Closed positions and parts.</param>
/// <param name="Failure">What the strategy did wrong; null when it ran to the end.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Trial(int Cell, double Objective, double FinalEquity, long Fills, int Trades, string? Failure = null);
