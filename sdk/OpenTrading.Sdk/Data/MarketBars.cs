using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Closed bars as they were asked for.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Bars">The bars, oldest first.</param>
/// <param name="AggregatedFrom">Finer timeframe they were made of; null when the source has them as they are.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MarketBars(MarketSymbol Symbol, BarSeries Bars, Timeframe? AggregatedFrom);
