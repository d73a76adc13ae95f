using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>Symbols by search.</summary>
public sealed record SymbolsResult : DataResult
{
    /// <summary>Symbols that match, one row a source.</summary>
    public required IReadOnlyList<FoundSymbol> Symbols { get; init; }

    /// <summary>All that match.</summary>
    public required int Total { get; init; }

    /// <summary>Cursor to further ones; null at the end.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Whether there are further ones.</summary>
    public bool Truncated => NextCursor is not null;
}
