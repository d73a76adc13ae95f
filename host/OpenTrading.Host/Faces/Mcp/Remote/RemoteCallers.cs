using System.Collections.Concurrent;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Remote;

/// <summary>Who calls a desk elsewhere: tokens that its host honours, and the names it knows them by. Kept in memory alone.</summary>
/// <param name="own">Token of this server itself; null for none. Callers of this machine without a token read and compute with it.</param>
/// <param name="time">The wall clock.</param>
internal sealed class RemoteCallers(string? own, TimeProvider time)
{
    private const int Most = 1000;

    // Only for this long a token that was revoked there still sees lists here; a call of it is refused at once.
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);

    private static readonly Principal Anonymous = new("client:local", Role.Analyst, IsAuthenticated: false);
    private readonly ConcurrentDictionary<string, Known> _byDigest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _byActor = new(StringComparer.Ordinal);

    /// <summary>Token of this server itself; null for none.</summary>
    public string? Own => own;

    /// <summary>Token to call with.</summary>
    public string? CredentialOf(Principal caller) => caller.IsAuthenticated && caller.Actor != Mcp.McpServing.Stdio.Actor ? _byActor.GetValueOrDefault(caller.Actor) : own;

    /// <summary>The caller of a token; null when the host does not honour it.</summary>
    /// <param name="desk">Asks that host.</param>
    /// <param name="credential">The token; null for none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CapabilityException">The host does not answer.</exception>
    public async ValueTask<Principal?> FindAsync(RemoteDesk desk, string? credential, CancellationToken cancellationToken)
    {
        string digest = credential is null ? "" : SecretDigest.Of(credential);
        if (_byDigest.TryGetValue(digest, out Known? known) && time.GetElapsedTime(known.Since) < Trust)
        {
            return known.Principal;
        }

        if (await desk.IntroduceAsync(credential ?? own, known?.Tag, cancellationToken).ConfigureAwait(false) is not { } said)
        {
            _byDigest.TryRemove(digest, out _);
            return null;
        }

        if (_byDigest.Count >= Most)
        {
            _byDigest.Clear();
        }

        Principal principal = known?.Principal ?? (credential is null ? Anonymous : new Principal(said.Actor!, Role.Analyst));
        if (credential is not null)
        {
            _byActor[principal.Actor] = credential;
        }

        _byDigest[digest] = new Known(principal, said.Tag ?? known?.Tag, time.GetTimestamp());
        return principal;
    }

    private sealed record Known(Principal Principal, string? Tag, long Since);
}
