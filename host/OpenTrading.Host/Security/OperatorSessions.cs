using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>Operators who are logged in. Kept in memory alone, so a restart ends every session; of a session's id only the digest is kept.</summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class OperatorSessions(TimeProvider time)
{
    /// <summary>What a session's id begins with.</summary>
    public const string Prefix = "ses_";

    private readonly byte[] _csrfKey = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, OperatorSession> _byDigest = new(StringComparer.Ordinal);

    /// <summary>Opens a session.</summary>
    /// <returns>The session, and its id, which its owner alone knows.</returns>
    public (OperatorSession Session, string Id) Open(string operatorName)
    {
        foreach (OperatorSession ended in _byDigest.Values.Where(s => !s.IsAlive))
        {
            End(ended);
        }

        string id = SecretDigest.NewSecret(Prefix);
        var session = new OperatorSession(operatorName, SecretDigest.Of(id), time);
        _byDigest[session.Digest] = session;
        return (session, id);
    }

    /// <summary>The session of an id, which this use keeps alive; null when it is none, or ended.</summary>
    public OperatorSession? Use(string id) => Find(id, isBrowser: false, keepsAlive: true);

    /// <summary>Likewise, without keeping it alive.</summary>
    public OperatorSession? Find(string id) => Find(id, isBrowser: false, keepsAlive: false);

    /// <summary>The session of an id that a browser sent in its cookie; null when it is none, or ended.</summary>
    public OperatorSession? FindBrowser(string id, bool keepsAlive) => Find(id, isBrowser: true, keepsAlive);

    /// <summary>Gives a session that was just opened to a browser.</summary>
    public OperatorSession MoveToBrowser(string id)
    {
        OperatorSession session = _byDigest[SecretDigest.Of(id)];
        session.IsBrowser = true;
        return session;
    }

    /// <summary>The second secret of a browser's session. Whoever sees the cookie cannot work it out.</summary>
    public string CsrfOf(OperatorSession session) => Base64Url.EncodeToString(HMACSHA256.HashData(_csrfKey, Encoding.ASCII.GetBytes(session.Digest)));

    /// <summary>The open session through which a caller came; null when it came without one.</summary>
    public OperatorSession? Of(Principal caller) => _byDigest.Values.FirstOrDefault(s => ReferenceEquals(s.Caller, caller) && s.IsAlive);

    /// <summary>Until when an operator is at work if no further call comes; null when none is.</summary>
    public DateTimeOffset? OpenUntil => _byDigest.Values.Where(s => s.IsAlive).Max(s => (DateTimeOffset?)s.IdleExpiresAt);

    /// <summary>Whether a session is open, by the digest of its id.</summary>
    public bool IsOpen(string digest) => _byDigest.TryGetValue(digest, out OperatorSession? session) && session.IsAlive;

    /// <summary>Whether a caller's session is open.</summary>
    public bool IsOpen(Principal caller) => Of(caller) is not null;

    /// <summary>Whether a caller entered the passphrase within the last five minutes.</summary>
    public bool HasSteppedUp(Principal caller) => Of(caller) is { HasSteppedUp: true };

    /// <summary>Ends a session.</summary>
    public void End(OperatorSession session) => _byDigest.TryRemove(session.Digest, out _);

    // The digest of what was given is looked up: how long that takes tells nothing about a secret.
    private OperatorSession? Find(string id, bool isBrowser, bool keepsAlive)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal)
            || !_byDigest.TryGetValue(SecretDigest.Of(id), out OperatorSession? session) || session.IsBrowser != isBrowser || !session.IsAlive)
        {
            return null;
        }

        if (keepsAlive)
        {
            session.Use();
        }

        return session;
    }
}
