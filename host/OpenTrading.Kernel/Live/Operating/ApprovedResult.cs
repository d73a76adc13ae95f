using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Live.Operating;

/// <summary>A request that an operator approved.</summary>
public sealed record ApprovedResult : RecordResult
{
    /// <summary>The grant.</summary>
    public required string ApprovalId { get; init; }

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>How the request stands now.</summary>
    public required string State { get; init; }

    /// <summary>Broker's number; null before it was accepted.</summary>
    public long? Ticket { get; init; }

    /// <summary>UTC instant at which the grant lapses.</summary>
    public required DateTime ExpiresAt { get; init; }
}
