using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>An order or position after it was changed.</summary>
public sealed record ChangedResult : DataResult
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What became of the change.</summary>
    public required ChangeStatus Status { get; init; }

    /// <summary>Terms before.</summary>
    public required ChangeTerms Old { get; init; }

    /// <summary>Terms now.</summary>
    public required ChangeTerms New { get; init; }
}

/// <summary>What became of a change.</summary>
public enum ChangeStatus
{
    /// <summary>It is in force.</summary>
    Modified,

    /// <summary>Everything was so already.</summary>
    Unchanged,
}

/// <summary>What can be changed of an order or position.</summary>
/// <param name="Price">Price a pending order waits for; null for a position.</param>
/// <param name="StopLoss">Stop level; null for none.</param>
/// <param name="TakeProfit">Target level; null for none.</param>
/// <param name="TrailingPoints">Distance at which the stop follows the price, points; null for none.</param>
public sealed record ChangeTerms(decimal? Price, decimal? StopLoss, decimal? TakeProfit, decimal? TrailingPoints);

/// <summary>An order after it was cancelled.</summary>
public sealed record CancelledResult : DataResult
{
    /// <summary>Its id.</summary>
    public required string OrderId { get; init; }

    /// <summary>How it stands.</summary>
    public required PaperOrderStatus Status { get; init; }
}
