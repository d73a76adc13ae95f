using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>
/// Operator sessions of pages of this host: the id in a cookie that no script reads, and for everything that is no plain reading a second secret that
/// no other site, and no other server of this machine, gets to see.
/// </summary>
internal sealed class BrowserSessions(OperatorSessions sessions)
{
    /// <summary>Header that carries the second secret.</summary>
    public const string CsrfHeader = "X-OT-CSRF";

    private const string CookieName = "ot_session";

    /// <summary>Whether a request brings such a session, alive or not. A credential of its own comes first.</summary>
    public static bool IsGiven(HttpRequest request) => request.Headers.Authorization.Count == 0 && request.Cookies.ContainsKey(NameOn(request));

    /// <summary>The session of a request; null when it has ended.</summary>
    public OperatorSession? Find(HttpRequest request, bool keepsAlive) =>
        request.Cookies[NameOn(request)] is { } id ? sessions.FindBrowser(id, keepsAlive) : null;

    /// <summary>Whether a request may do more than read: it comes from a page of this host, and that page has the second secret.</summary>
    public bool IsFromOwnPage(HttpRequest request, OperatorSession session) =>
        request.Headers.Origin.Count == 1 && request.Headers[CsrfHeader] is [{ } given] && SecretDigest.AreEqual(SecretDigest.Of(sessions.CsrfOf(session)), SecretDigest.Of(given));

    /// <summary>Hands a session that a page has opened to its browser. Other callers keep their answer as it is.</summary>
    /// <param name="context">The request that logged in.</param>
    /// <param name="outcome">Its answer.</param>
    /// <param name="caller">Whose it was.</param>
    public CallOutcome Hand(HttpContext context, CallOutcome outcome, Principal caller)
    {
        if (context.Request.Headers.Origin.Count == 0 || context.Request.Headers.Authorization.Count > 0)
        {
            return outcome;
        }

        JsonObject answer = JsonNode.Parse(outcome.Body.Span)!.AsObject();
        if (answer.Remove("sessionId", out JsonNode? id))
        {
            // A tab that lost its second secret logs in afresh; the session it had serves nobody any more.
            if (Find(context.Request, keepsAlive: false) is { } former)
            {
                sessions.End(former);
            }

            context.Response.Cookies.Append(NameOn(context.Request), id!.GetValue<string>(), Options(context.Request));
            answer["csrfToken"] = sessions.CsrfOf(sessions.MoveToBrowser(id.GetValue<string>()));
        }
        else if (sessions.Of(caller) is { IsBrowser: true } own)
        {
            answer["csrfToken"] = sessions.CsrfOf(own);
        }

        return outcome with { Body = System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString(CapabilityJson.Options)) };
    }

    /// <summary>Lets the browser forget its session.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(NameOn(context.Request), Options(context.Request));

    // The prefix keeps plain pages and other hosts of a domain from setting it; browsers grant it under TLS alone.
    private static string NameOn(HttpRequest request) => request.IsHttps ? $"__Host-{CookieName}" : CookieName;

    private static CookieOptions Options(HttpRequest request) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", Secure = request.IsHttps };
}
