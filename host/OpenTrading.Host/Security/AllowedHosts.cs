using Microsoft.AspNetCore.Http;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>
/// The names under which this host may be called. A page of another site can make a browser send requests to loopback, or give its own name the
/// address 127.0.0.1; it cannot make the browser lie about Host and Origin.
/// </summary>
internal sealed class AllowedHosts(IEnumerable<string> names)
{
    private readonly HostString[] _names = [.. names.Select(n => new HostString(n.Trim()))];

    /// <summary>Why a request is not meant for this host; null when it is.</summary>
    public CapabilityException? Refusal(HttpContext context)
    {
        int port = context.Connection.LocalPort;
        if (!Admits(context.Request.Host, context.Request.IsHttps, port))
        {
            return Foreign("Host", context.Request.Host.Value ?? "");
        }

        return context.Request.Headers.Origin is { Count: > 0 } origin && (origin.Count > 1 || !Admits(origin[0] ?? "", port))
            ? Foreign("Origin", origin.ToString())
            : null;
    }

    /// <summary>Whether a Host header is allowed. A name stands for the port that was reached, unless it has a port of its own.</summary>
    public bool Admits(HostString host, bool isHttps, int reachedPort)
    {
        int port = host.Port ?? (isHttps ? 443 : 80);
        return _names.Any(n => n.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase) && port == (n.Port ?? reachedPort));
    }

    /// <summary>Whether an Origin header is allowed: a web address of an allowed host and nothing else; the word null is none.</summary>
    public bool Admits(string origin, int reachedPort) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
        && Admits(new HostString(uri.Host, uri.Port), uri.Scheme == "https", reachedPort);

    private static CapabilityException Foreign(string header, string value) => new(
        ErrorCode.NotPermitted, $"{header} '{(value.Length <= 100 ? value : value[..100])}' is not served here", "Call this host by a name of security.allowed_hosts.");
}
