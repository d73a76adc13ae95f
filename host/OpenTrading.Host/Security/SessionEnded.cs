using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>An operator who is logged out.</summary>
public sealed record SessionEnded : CapabilityResult
{
    /// <summary>Digest under which the journal knows the session.</summary>
    public required string SessionId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime EndedAt { get; init; }

    /// <summary>Approvals that ended with it.</summary>
    public int ApprovalsRevoked { get; init; }
}
