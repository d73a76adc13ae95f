using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>What operators do about credentials: their own sessions, and the tokens of others.</summary>
internal sealed class CredentialCapabilities(HostSecurity security, IJournal journal, TimeProvider time, Func<string, int>? voidGrants = null)
{
    /// <summary>Makes a token.</summary>
    [Capability("create_token", "system", Effect.Operate, "POST /tokens", Errors = [ErrorCode.StateConflict])]
    [Description("Makes a token for an AI client or a machine, role analyst; shown once.")]
    public TokenCreated CreateToken(ICallContext context, [Description("whose it is")] string name, [Description("days it lasts"), Range(1, TokenStore.MostDays)] int days = 90)
    {
        if (!security.Sessions.HasSteppedUp(context.Caller))
        {
            throw new CapabilityException(ErrorCode.SessionRequired, "A token needs a passphrase entered within the last 5 minutes", "Run 'opentrading operator login' again.");
        }

        (AccessToken token, string secret) = security.Tokens.Create(name, days);
        TokenRecords.Created(journal, context.Caller.Actor, token);
        return new TokenCreated
        {
            Summary = $"Token {token.Id} of {name} expires {token.ExpiresAt:yyyy-MM-dd}; it is shown this once.",
            TokenId = token.Id,
            Token = secret,
            Role = token.Role,
            ExpiresAt = token.ExpiresAt.UtcDateTime,
        };
    }

    /// <summary>Ends a token.</summary>
    [Capability("revoke_token", "system", Effect.Operate, "POST /tokens/{tokenId}/revoke", Errors = [ErrorCode.NotFound])]
    [Description("Ends a token at once.")]
    public TokenRevoked RevokeToken(ICallContext context, [Description("id of the token")] string tokenId, string why)
    {
        AccessToken token = security.Tokens.Revoke(tokenId);
        TokenRecords.Revoked(journal, context.Caller.Actor, token, why);
        return new TokenRevoked { Summary = $"Token {token.Id} of {token.Name} is revoked.", RevokedAt = token.RevokedAt!.Value.UtcDateTime };
    }

    /// <summary>Logs in, or confirms a session anew.</summary>
    [Capability(AccessPolicy.Login, "live", Effect.Operate, "POST " + CallerGate.LoginPath, Errors = [ErrorCode.Unauthenticated])]
    [Description("Opens an operator session; repeated within one, confirms it anew.")]
    public async Task<SessionStarted> StartOperatorSession(
        ICallContext context, [Description("name")] string @operator, [Description("passphrase")] string passphrase, [Description("one-time code")] string? totp = null)
    {
        (OperatorSession session, string? id) = await security.Login.StartAsync(@operator, passphrase, totp, context.Caller, context.CancellationToken).ConfigureAwait(false);
        return new SessionStarted
        {
            Summary = $"Operator {session.Operator} is logged in until {session.ExpiresAt:yyyy-MM-dd HH:mm} UTC, or 15 minutes without a call.",
            SessionId = id,
            IdleExpiresAt = session.IdleExpiresAt.UtcDateTime,
            ExpiresAt = session.ExpiresAt.UtcDateTime,
        };
    }

    /// <summary>Logs out.</summary>
    [Capability(AccessPolicy.Logout, "live", Effect.Operate, "POST /operator/session/end", Errors = [ErrorCode.NotFound])]
    [Description("Ends the operator session of this call.")]
    public SessionEnded EndOperatorSession(ICallContext context)
    {
        OperatorSession session = security.Sessions.Of(context.Caller)
            ?? throw new CapabilityException(ErrorCode.NotFound, "This call came without an operator session", "Nothing needs to be done.");
        security.Sessions.End(session);
        journal.Append(context.Caller.Actor, "operator.logout", new() { ["session"] = session.Digest }, Durability.Durable);
        return new SessionEnded
        {
            Summary = $"Operator {session.Operator} is logged out.",
            SessionId = session.Digest,
            EndedAt = time.GetUtcNow().UtcDateTime,
            ApprovalsRevoked = voidGrants?.Invoke(session.Digest) ?? 0,
        };
    }
}
