using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>A token that was made.</summary>
public sealed record TokenCreated : CapabilityResult
{
    /// <summary>Id of the token, by which it is revoked.</summary>
    public required string TokenId { get; init; }

    /// <summary>The token itself, shown this once.</summary>
    public required string Token { get; init; }

    /// <summary>What it may do: <c>analyst</c>.</summary>
    public required string Role { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }
}
