using System.Text.Json.Serialization;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>A request that was sent.</summary>
public sealed record SubmittedResult : RecordResult
{
    /// <summary>How it stands.</summary>
    public required string Status { get; init; }

    /// <summary>Broker's number; null before it was accepted.</summary>
    public long? Ticket { get; init; }

    /// <summary>Average price of its fills; null before the first.</summary>
    public decimal? FillPrice { get; init; }

    /// <summary>Lots filled so far; null before the first.</summary>
    public decimal? FilledLots { get; init; }

    /// <summary>Fill price against the price that the proposer saw, points; positive is worse.</summary>
    public decimal? SlippagePoints { get; init; }

    /// <summary>True when an earlier call of the same key sent it.</summary>
    [JsonPropertyOrder(100)]
    public bool? Replayed { get; init; }
}
