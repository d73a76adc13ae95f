using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>An operator who is logged in.</summary>
public sealed record SessionStarted : CapabilityResult
{
    /// <summary>Id of the session, to be sent as a bearer. Null when the session through which the call came was confirmed anew, and for pages.</summary>
    public string? SessionId { get; init; }

    /// <summary>What a page sends as X-OT-CSRF with all that is no plain reading; given in place of the id, which its browser keeps as a cookie.</summary>
    public string? CsrfToken { get; init; }

    /// <summary>When it ends unless it is used, UTC.</summary>
    public required DateTime IdleExpiresAt { get; init; }

    /// <summary>When it ends however much it is used, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }
}
