namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Return of one calendar month.</summary>
/// <param name="Year">Calendar year of the trading days.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Return">Equity at the end of its last trading day over that of the month before, less 1; the first month against the initial cash.</param>
public readonly record struct MonthlyReturn(int Year, int Month, double Return);
