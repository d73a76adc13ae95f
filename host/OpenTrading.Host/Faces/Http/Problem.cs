using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Http;

/// <summary>Errors over HTTP: problem details whose member <c>error</c> is the error that every other face shows.</summary>
/// <remarks>Source: RFC 9457.</remarks>
internal static class Problem
{
    /// <summary>Answers with a refusal.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="status">HTTP status where it is not the code's own.</param>
    public static Task WriteAsync(HttpContext context, CapabilityException refusal, int? status = null) => WriteAsync(context, CallOutcome.Of(refusal), status);

    /// <summary>Answers with the outcome of a call that was refused.</summary>
    public static Task WriteAsync(HttpContext context, CallOutcome outcome, int? status = null)
    {
        ErrorCode code = outcome.Error!.Value;
        HttpResponse response = context.Response;
        response.StatusCode = status ?? code.Http();
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (code == ErrorCode.Unauthenticated)
        {
            response.Headers.WWWAuthenticate = "Bearer realm=\"opentrading\"";
        }

        if (code == ErrorCode.RateLimited && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "1";
        }

        byte[] body = Document(code, outcome, response.StatusCode);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    // The error is written once, by the dispatcher; around it goes what a client that knows problem details alone needs.
    private static byte[] Document(ErrorCode code, CallOutcome outcome, int status)
    {
        string name = code.Name();
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"type\":\"urn:opentrading:error:{name}\",\"title\":\"{Title(name)}\",\"status\":{status},\"detail\":{JsonSerializer.Serialize(outcome.Summary, CapabilityJson.Options)},");
        return [.. Encoding.UTF8.GetBytes(head), .. outcome.Body.Span[1..]];
    }

    private static string Title(string name) => name[0] + name[1..].Replace('_', ' ').ToLowerInvariant();
}
