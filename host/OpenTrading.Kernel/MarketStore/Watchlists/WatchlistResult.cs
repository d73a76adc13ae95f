using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Watchlists;

/// <summary>A watchlist with prices.</summary>
public sealed record WatchlistResult : DataResult
{
    /// <summary>Name of the list.</summary>
    public required string Name { get; init; }

    /// <summary>Symbols that have a price.</summary>
    public required IReadOnlyList<WatchedSymbol> Items { get; init; }

    /// <summary>Symbols that have none.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
