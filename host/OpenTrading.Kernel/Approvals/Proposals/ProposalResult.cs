using System.Text.Json.Serialization;
using OpenTrading.Kernel.Live.Requests;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Approvals.Proposals;

/// <summary>A proposal that was recorded.</summary>
public sealed record ProposalResult : DataResult
{
    /// <summary>Its id.</summary>
    public required string ProposalId { get; init; }

    /// <summary>How it stands.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>The trade.</summary>
    public required OrderView Order { get; init; }

    /// <summary>What the gate says to it.</summary>
    public required RequestDecision Decision { get; init; }

    /// <summary>UTC instant after which it may not be requested any more.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>True when an earlier call of the same key made it.</summary>
    [JsonPropertyOrder(100)]
    public bool? Replayed { get; init; }
}
