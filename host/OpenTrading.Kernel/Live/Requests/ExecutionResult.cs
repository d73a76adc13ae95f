using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>How far a request is.</summary>
public sealed record ExecutionResult : RecordResult
{
    /// <summary>State, such as <c>awaiting_approval</c> or <c>filled</c>.</summary>
    public required string State { get; init; }

    /// <summary>Broker's number; null before it was accepted.</summary>
    public long? Ticket { get; init; }

    /// <summary>Average price of its fills; null before the first.</summary>
    public decimal? FillPrice { get; init; }

    /// <summary>Lots filled so far; null before the first.</summary>
    public decimal? FilledLots { get; init; }

    /// <summary>Fill price against the price that the proposer saw, points; positive is worse.</summary>
    public decimal? SlippagePoints { get; init; }

    /// <summary>Its steps, oldest first.</summary>
    public required IReadOnlyList<OrderStep> Timeline { get; init; }
}
