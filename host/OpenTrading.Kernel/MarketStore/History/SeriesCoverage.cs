namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>A stored series.</summary>
/// <param name="Symbol">Symbol it is stored under.</param>
/// <param name="Timeframe">Bar length, or <c>ticks</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="From">Time of its first row; null when it cannot be read.</param>
/// <param name="To">Time of its last row; null when it cannot be read.</param>
/// <param name="Rows">Bars or ticks.</param>
/// <param name="GapPct">Missing bars in percent of those expected; null for ticks.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
public sealed record SeriesCoverage(string Symbol, string Timeframe, string Source, DateTime? From, DateTime? To, long Rows, double? GapPct, string? Fault);
