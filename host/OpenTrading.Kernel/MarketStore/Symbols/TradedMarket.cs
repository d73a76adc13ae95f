namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>What the account of the host trades.</summary>
/// <param name="Symbols">Its instruments.</param>
/// <param name="Leverage">Leverage of the account; null where no margin is asked.</param>
public sealed record TradedMarket(IReadOnlySet<string> Symbols, decimal? Leverage);
