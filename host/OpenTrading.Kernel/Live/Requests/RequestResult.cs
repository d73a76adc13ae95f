using System.Text.Json.Serialization;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Requests;

/// <summary>A request that was recorded.</summary>
public sealed record RequestResult : DataResult
{
    /// <summary>Its id: the thread that every record of it names.</summary>
    public required string RequestId { get; init; }

    /// <summary>How it stands; <c>awaiting_approval</c> until a human has looked at it.</summary>
    public required string State { get; init; }

    /// <summary>Hash of exactly this order, which an approval must name.</summary>
    public required string OrderHash { get; init; }

    /// <summary>The order.</summary>
    public required RequestedOrder Order { get; init; }

    /// <summary>What the gate said.</summary>
    public required RequestDecision Decision { get; init; }

    /// <summary>UTC instant at which it lapses unless it is approved.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>True when an earlier call of the same key made it.</summary>
    [JsonPropertyOrder(100)]
    public bool? Replayed { get; init; }
}
