using System.Net;
using Microsoft.AspNetCore.Http;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Remote;

/// <summary>Host and Origin first, then the credential, which the host of the desk judges. Tokens alone are taken: an operator's session must never pass through an AI's hands.</summary>
internal sealed class RemoteGate(RemoteDesk desk, RemoteCallers callers, AllowedHosts hosts, bool requiresAuth) : ICallerGate
{
    private const string Remedy = "Send 'Authorization: Bearer TOKEN' with a token that 'opentrading token new' made at the host of this desk.";

    /// <inheritdoc/>
    public async ValueTask<Principal?> AdmitAsync(HttpContext context)
    {
        try
        {
            return hosts.Refusal(context) is { } foreign ? throw foreign : await IdentifyAsync(context).ConfigureAwait(false);
        }
        catch (CapabilityException refusal)
        {
            await Problem.WriteAsync(context, refusal).ConfigureAwait(false);
            return null;
        }
    }

    private async ValueTask<Principal> IdentifyAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0)
        {
            bool isLocal = context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer);
            return isLocal && !requiresAuth && await callers.FindAsync(desk, null, context.RequestAborted).ConfigureAwait(false) is { } local
                ? local
                : throw new CapabilityException(ErrorCode.Unauthenticated, "This server asks every caller for a token", Remedy);
        }

        return Bearer.Of(context.Request) is { } token
            && token.StartsWith(TokenStore.Prefix, StringComparison.Ordinal)
            && await callers.FindAsync(desk, token, context.RequestAborted).ConfigureAwait(false) is { } caller
                ? caller
                : throw new CapabilityException(ErrorCode.Unauthenticated, "The host of this desk does not honour the token", Remedy);
    }
}
