using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>Symbols of the broker.</summary>
public sealed record Mt5SymbolsResult : DataResult
{
    /// <summary>A part of the list.</summary>
    public required IReadOnlyList<Mt5Symbol> Symbols { get; init; }

    /// <summary>Length of the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Whether more follows.</summary>
    public required bool Truncated { get; init; }

    /// <summary>Where the next part begins; null at the end.</summary>
    public string? NextCursor { get; init; }
}
