using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>A token that was ended.</summary>
public sealed record TokenRevoked : CapabilityResult
{
    /// <summary>When, UTC.</summary>
    public required DateTime RevokedAt { get; init; }
}
