using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>
/// Host and Origin first, then the credential. A wrong credential is refused, never taken for none; without one, a caller on loopback may read and
/// compute, unless the configuration says otherwise. A right credential is admitted however many wrong ones came from the same address.
/// </summary>
internal sealed class CallerGate(HostSecurity security, AllowedHosts hosts, bool requiresAuth, LocalToken local, IJournal journal, TimeProvider time) : ICallerGate
{
    /// <summary>Header by which commands with the local token say which one they are.</summary>
    public const string ClientHeader = "X-OpenTrading-Client";

    /// <summary>Who the command line is with the local token.</summary>
    public const string CommandLineActor = "client:cli";

    /// <summary>Where an operator without a session gets one: the passphrase is the credential there.</summary>
    public const string LoginPath = "/operator/session/start";

    private static readonly Principal Anonymous = new("client:local", Role.Analyst, IsAuthenticated: false);
    private static readonly Principal CommandLine = new(CommandLineActor, Role.Analyst);
    private static readonly Principal Stdio = new("client:stdio", Role.Analyst);

    private readonly LockOut _lockOut = new(time);

    /// <summary>Sessions that browsers hold.</summary>
    public BrowserSessions Browsers { get; } = new(security.Sessions);

    /// <inheritdoc/>
    public async ValueTask<Principal?> AdmitAsync(HttpContext context)
    {
        if (hosts.Refusal(context) is { } wrongHost)
        {
            await Problem.WriteAsync(context, wrongHost).ConfigureAwait(false);
            return null;
        }

        if (Identify(context, keepsAlive: true) is { } caller)
        {
            return caller;
        }

        await Problem.WriteAsync(context, Refuse(context)).ConfigureAwait(false);
        return null;
    }

    /// <summary>As <see cref="AdmitAsync"/>, for the face that has pages: their browser's cookie is a credential there, and nowhere else.</summary>
    public async ValueTask<Principal?> AdmitPageAsync(HttpContext context)
    {
        if (!BrowserSessions.IsGiven(context.Request) || hosts.Refusal(context) is not null)
        {
            return await AdmitAsync(context).ConfigureAwait(false);
        }

        OperatorSession? session = Browsers.Find(context.Request, keepsAlive: true);
        bool mayAct = HttpMethods.IsGet(context.Request.Method) || (session is not null && Browsers.IsFromOwnPage(context.Request, session));
        if (session is not null && mayAct)
        {
            return session.Caller;
        }

        // To log in, it takes the passphrase and no session.
        if (IsLogin(context))
        {
            return await AdmitAsync(context).ConfigureAwait(false);
        }

        if (session is null)
        {
            BrowserSessions.Forget(context);
        }

        await Problem.WriteAsync(context, session is null
            ? new CapabilityException(ErrorCode.Unauthenticated, "The session of this browser has ended", "Log in again, or call again without it.")
            : new CapabilityException(ErrorCode.NotPermitted, $"A page needs its own Origin and the {BrowserSessions.CsrfHeader} of its login for this", "Log in again in this tab.")).ConfigureAwait(false);
        return null;
    }

    /// <summary>Whether the credential of an open stream is still good. Asking keeps no session alive.</summary>
    public bool IsStillAdmitted(HttpContext context) =>
        (BrowserSessions.IsGiven(context.Request) && Browsers.Find(context.Request, keepsAlive: false) is not null)
        || (!BrowserSessions.IsGiven(context.Request) && Identify(context, keepsAlive: false) is not null);

    /// <summary>Why a request is not meant for this host; null when it is.</summary>
    public CapabilityException? Misdirected(HttpContext context) => hosts.Refusal(context);

    private Principal? Identify(HttpContext context, bool keepsAlive)
    {
        if (context.Request.Headers.Authorization.Count == 0)
        {
            IPAddress? peer = context.Connection.RemoteIpAddress;
            bool isLocal = peer is not null && IPAddress.IsLoopback(peer);
            return isLocal && !requiresAuth ? Anonymous
                : IsLogin(context) ? new Principal(isLocal ? Anonymous.Actor : $"client:{peer}", Role.Analyst, IsAuthenticated: false)
                : null;
        }

        if (Bearer.Of(context.Request) is not { } credential)
        {
            return null;
        }

        if ((keepsAlive ? security.Sessions.Use(credential) : security.Sessions.Find(credential)) is { } session)
        {
            return session.Caller;
        }

        if (local.Matches(credential))
        {
            return context.Request.Headers[ClientHeader] == "stdio" ? Stdio : CommandLine;
        }

        return security.Tokens.Find(credential) is { } token && token.IsValid(time.GetUtcNow()) ? new Principal(token.Actor, Role.Analyst) : null;
    }

    // As it was written: another way to write that path may lead elsewhere.
    private static bool IsLogin(HttpContext context) => context.Features.Get<IHttpRequestFeature>()!.RawTarget == LoginPath;

    private CapabilityException Refuse(HttpContext context)
    {
        const string Remedy = "Send 'Authorization: Bearer TOKEN' with a token of 'opentrading token new', or a session of 'opentrading operator login'.";
        if (context.Request.Headers.Authorization.Count == 0)
        {
            return new CapabilityException(ErrorCode.Unauthenticated, "This host asks every caller for a credential", Remedy);
        }

        string peer = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        TimeSpan wait = _lockOut.WaitOf(peer);
        if (wait > TimeSpan.Zero)
        {
            string seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = seconds;
            return new CapabilityException(ErrorCode.RateLimited, "Too many wrong credentials from this address", $"Retry in {seconds} s with a right one.");
        }

        AccessToken? token = Bearer.Of(context.Request) is { } credential ? security.Tokens.Find(credential) : null;
        string state = token?.StateAt(time.GetUtcNow()) ?? "unknown";
        journal.Append("host", "auth.refused", new() { ["peer"] = peer, ["state"] = state, ["id"] = token?.Id, ["failures"] = _lockOut.Fail(peer) }, Durability.Buffered);
        return new CapabilityException(ErrorCode.Unauthenticated, state == "unknown" ? "The credential is wrong, or its session has ended" : $"The token is {state}", Remedy);
    }
}
