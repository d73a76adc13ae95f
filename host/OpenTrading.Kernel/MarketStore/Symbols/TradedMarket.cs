namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>What the account of the host trades.</summary>
/// <param name="Symbol">The instrument of its session.</param>
/// <param name="Leverage">Leverage of the account; null where no margin is asked.</param>
public sealed record TradedMarket(string Symbol, decimal? Leverage);
