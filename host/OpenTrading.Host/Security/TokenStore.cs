using System.Text.RegularExpressions;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>The tokens of a home, in <c>keys/tokens.json</c>: digests alone, readable by the owner alone.</summary>
/// <threadsafety>Safe within a process. Only whoever holds the home writes.</threadsafety>
internal sealed partial class TokenStore
{
    /// <summary>What a token begins with.</summary>
    public const string Prefix = "ot_";

    /// <summary>Longest life of a token, in days.</summary>
    public const int MostDays = 365;

    private readonly Lock _changing = new();
    private readonly KeyFile<AccessToken> _file;
    private readonly TimeProvider _time;
    private volatile IReadOnlyList<AccessToken> _tokens;

    /// <summary>Reads the file; there is none before the first token.</summary>
    /// <exception cref="Home.HomeException">It is damaged.</exception>
    public TokenStore(string path, TimeProvider time)
    {
        _time = time;
        _file = new KeyFile<AccessToken>(path);
        _tokens = _file.Read();
    }

    /// <summary>All tokens, also those that ended, oldest first.</summary>
    public IReadOnlyList<AccessToken> All => _tokens;

    /// <summary>Makes a token.</summary>
    /// <returns>What is kept, and the secret, which is shown this once.</returns>
    /// <exception cref="CapabilityException">The name is taken or none.</exception>
    public (AccessToken Token, string Secret) Create(string name, int days)
    {
        if (!Name().IsMatch(name) || name is "local" or "cli" or "stdio")
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"'{name}' is no name of a token", "Use 1 to 64 of a-z A-Z 0-9 . _ - and none of local, cli, stdio.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        DateTimeOffset now = _time.GetUtcNow();
        string secret = SecretDigest.NewSecret(Prefix);
        var token = new AccessToken(Ulid.New("tok_", now), name, SecretDigest.Of(secret), now, now.AddDays(days));
        lock (_changing)
        {
            if (_tokens.FirstOrDefault(t => t.Name == name && t.IsValid(now)) is { } holder)
            {
                throw new CapabilityException(ErrorCode.StateConflict, $"Token {holder.Id} is named '{name}' already", "Choose another name, or revoke that token first.");
            }

            Write([.. _tokens, token]);
        }

        return (token, secret);
    }

    /// <summary>Ends a token at once. One that is revoked already stays as it is.</summary>
    /// <exception cref="CapabilityException">There is none of that id.</exception>
    public AccessToken Revoke(string id)
    {
        lock (_changing)
        {
            AccessToken token = _tokens.FirstOrDefault(t => t.Id == id)
                ?? throw new CapabilityException(ErrorCode.NotFound, $"There is no token '{id}'", "List them with 'opentrading token list'.");
            if (token.RevokedAt is not null)
            {
                return token;
            }

            AccessToken revoked = token with { RevokedAt = _time.GetUtcNow() };
            Write([.. _tokens.Select(t => t.Id == id ? revoked : t)]);
            return revoked;
        }
    }

    /// <summary>The token of a secret, in whatever state; null when it is none of this home. Every digest is compared, and each in constant time.</summary>
    public AccessToken? Find(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string digest = SecretDigest.Of(secret);
        AccessToken? found = null;
        foreach (AccessToken token in _tokens)
        {
            found = SecretDigest.AreEqual(token.Sha256, digest) ? token : found;
        }

        return found;
    }

    private void Write(IReadOnlyList<AccessToken> tokens)
    {
        _file.Write(tokens);
        _tokens = tokens;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Name();
}
