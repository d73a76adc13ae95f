using System.Collections.Concurrent;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>Operators who are logged in. Kept in memory alone, so a restart ends every session; of a session's id only the digest is kept.</summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class OperatorSessions(TimeProvider time)
{
    /// <summary>What a session's id begins with.</summary>
    public const string Prefix = "ses_";

    private readonly ConcurrentDictionary<string, OperatorSession> _byDigest = new(StringComparer.Ordinal);

    /// <summary>Opens a session.</summary>
    /// <returns>The session, and its id, which its owner alone knows.</returns>
    public (OperatorSession Session, string Id) Open(string operatorName)
    {
        foreach (OperatorSession ended in _byDigest.Values.Where(s => !IsAlive(s)))
        {
            End(ended);
        }

        string id = SecretDigest.NewSecret(Prefix);
        var session = new OperatorSession(operatorName, SecretDigest.Of(id), time.GetUtcNow());
        _byDigest[session.Digest] = session;
        return (session, id);
    }

    /// <summary>The session of an id, which this use keeps alive; null when it is none, or ended.</summary>
    public OperatorSession? Use(string id)
    {
        OperatorSession? session = Find(id);
        if (session is not null)
        {
            session.UsedAt = time.GetUtcNow();
        }

        return session;
    }

    /// <summary>Likewise, without keeping it alive.</summary>
    // The digest of what was given is looked up: how long that takes tells nothing about a secret.
    public OperatorSession? Find(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && _byDigest.TryGetValue(SecretDigest.Of(id), out OperatorSession? session) && IsAlive(session) ? session : null;

    /// <summary>The open session through which a caller came; null when it came without one.</summary>
    public OperatorSession? Of(Principal caller) => _byDigest.Values.FirstOrDefault(s => ReferenceEquals(s.Caller, caller) && IsAlive(s));

    /// <summary>Until when an operator is at work if no further call comes; null when none is.</summary>
    public DateTimeOffset? OpenUntil => _byDigest.Values.Where(IsAlive).Max(s => (DateTimeOffset?)s.IdleExpiresAt);

    /// <summary>Whether a caller's session is open.</summary>
    public bool IsOpen(Principal caller) => Of(caller) is not null;

    /// <summary>Whether a caller entered the passphrase within the last five minutes.</summary>
    public bool HasSteppedUp(Principal caller) => Of(caller) is { } session && time.GetUtcNow() - session.EnteredAt <= OperatorSession.StepUp;

    /// <summary>Takes note that the passphrase was entered again.</summary>
    public void StepUp(OperatorSession session) => session.EnteredAt = time.GetUtcNow();

    /// <summary>Ends a session.</summary>
    public void End(OperatorSession session) => _byDigest.TryRemove(session.Digest, out _);

    private bool IsAlive(OperatorSession session) => time.GetUtcNow() is var now && now < session.IdleExpiresAt && now < session.ExpiresAt;
}
