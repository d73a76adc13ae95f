namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>A file or stored series that was read.</summary>
/// <param name="Name">Its name without the folder, which is the machine's affair.</param>
/// <param name="Rows">Bars or ticks.</param>
/// <param name="First">Time of the first, UTC.</param>
/// <param name="Last">Time of the last, UTC.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ReportedInput(string Name, long Rows, DateTime First, DateTime Last, string Sha256);
