namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>Something about the data or the run that a reader must know.</summary>
/// <param name="Code">Stable name, such as <c>fallback_bars</c>, <c>gaps</c> or <c>missing_rate</c>.</param>
/// <param name="Message">What, where, how much, and what it means for the result.</param>
/// <param name="Count">How often.</param>
public sealed record ReportedWarning(string Code, string Message, long Count);
