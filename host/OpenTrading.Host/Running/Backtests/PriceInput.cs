using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Prices of one instrument as a backtest reads them.</summary>
/// <param name="Bars">Bars the strategies see.</param>
/// <param name="Ticks">Ticks to match against; null on bars.</param>
/// <param name="Lower">Bars of a lower timeframe; null without.</param>
/// <param name="AggregatedFrom">Timeframe the bars were made of; null when they are as recorded.</param>
/// <param name="Files">Files the prices come from, with their hashes.</param>
internal sealed record PriceInput(BarSeries Bars, TickSeries? Ticks, BarSeries? Lower, string? AggregatedFrom, IReadOnlyList<SourceFile> Files);
