using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Watchlists;

/// <summary>A watchlist as it is now.</summary>
public sealed record WatchlistChangeResult : CapabilityResult
{
    /// <summary>When it was changed.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Name of the list.</summary>
    public required string Name { get; init; }

    /// <summary>Its symbols.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Symbols it did not hold before.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Symbols it holds no more.</summary>
    public required IReadOnlyList<string> Removed { get; init; }
}
