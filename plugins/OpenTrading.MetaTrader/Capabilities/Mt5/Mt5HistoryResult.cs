using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>Deals or past orders of the account, newest first. Money in its currency.</summary>
public sealed record Mt5HistoryResult : DataResult
{
    /// <summary>A part of the list.</summary>
    public required IReadOnlyList<Mt5HistoryItem> Items { get; init; }

    /// <summary>Sums over the whole list.</summary>
    public required Mt5Totals Totals { get; init; }

    /// <summary>Length of the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Whether more follows.</summary>
    public required bool Truncated { get; init; }

    /// <summary>Where the next part begins; null at the end.</summary>
    public string? NextCursor { get; init; }
}
