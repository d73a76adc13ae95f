namespace OpenTrading.Kernel.MarketStore.Watchlists;

/// <summary>A symbol of a watchlist.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="Bid">Best bid, price units.</param>
/// <param name="Ask">Best ask, price units.</param>
/// <param name="SpreadPips">Spread, pips.</param>
/// <param name="ChangeDayPct">Change of the bid since the end of the last broker day, percent; null where no price of that day is known.</param>
/// <param name="Time">Time of the quote.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Stale">Whether it is older than ten seconds while the market is open.</param>
/// <param name="MarketClosed">Whether the market is closed; null where its hours are not known.</param>
public sealed record WatchedSymbol(
    string Symbol, decimal Bid, decimal Ask, decimal SpreadPips, decimal? ChangeDayPct, DateTime Time, string Source, bool Stale, bool? MarketClosed);
