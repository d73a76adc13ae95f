using System.Text.Json.Serialization;

namespace OpenTrading.Host.Security;

/// <summary>A token of a machine or an AI client, as it is kept: the secret itself is known to its bearer alone.</summary>
/// <param name="Id">Such as <c>tok_01J...</c>; no secret.</param>
/// <param name="Name">Whose it is; the journal calls its bearer <c>client:NAME</c>.</param>
/// <param name="Sha256">Digest of the secret.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
internal sealed record AccessToken(string Id, string Name, string Sha256, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt = null)
{
    /// <summary>What it may do. An operator has a passphrase, never a token.</summary>
    public string Role { get; init; } = "analyst";

    /// <summary>Whether it is honoured at a time.</summary>
    public bool IsValid(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary><c>active</c>, <c>expired</c> or <c>revoked</c>.</summary>
    public string StateAt(DateTimeOffset now) => RevokedAt is not null ? "revoked" : IsValid(now) ? "active" : "expired";

    /// <summary>Its bearer.</summary>
    [JsonIgnore]
    public string Actor => $"client:{Name}";
}
