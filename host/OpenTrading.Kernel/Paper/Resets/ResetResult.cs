using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Resets;

/// <summary>The paper account after it began anew.</summary>
public sealed record ResetResult : DataResult
{
    /// <summary>The new book.</summary>
    public required string BookId { get; init; }

    /// <summary>The book before it, which stays in the journal.</summary>
    public required string ArchivedBookId { get; init; }

    /// <summary>Trades of the archived book.</summary>
    public required int ArchivedTrades { get; init; }

    /// <summary>True when an earlier call of the same key did it.</summary>
    public bool? Replayed { get; init; }
}
