using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Writes answers: a result as it is, 202 for a job that goes on, 304 for what the client has already.</summary>
internal static class RestAnswer
{
    private const string Json = "application/json";

    /// <summary>Writes the outcome of a call.</summary>
    /// <param name="context">The request.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="isStable">Whether the same request may have the same answer again.</param>
    public static Task WriteAsync(HttpContext context, CallOutcome outcome, bool isStable)
    {
        if (outcome.Raw is { } raw)
        {
            return WriteRawAsync(context, outcome, raw);
        }

        if (outcome.Error is not null)
        {
            return Problem.WriteAsync(context, outcome);
        }

        if (isStable)
        {
            return WriteStableAsync(context, outcome.Body);
        }

        context.Response.StatusCode = outcome.IsPending ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = Json;
        return WriteBodyAsync(context, outcome.Body);
    }

    // The body belongs to its form; what else there is to say stands in headers.
    private static Task WriteRawAsync(HttpContext context, CallOutcome outcome, RawResult raw)
    {
        foreach ((string name, string value) in raw.Facts)
        {
            context.Response.Headers[$"X-OpenTrading-{char.ToUpperInvariant(name[0])}{name[1..]}"] = value.All(c => c is >= ' ' and <= '~') ? value : Uri.EscapeDataString(value);
        }

        context.Response.StatusCode = outcome.Error?.Http() ?? StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = Json;
        return WriteBodyAsync(context, outcome.Body);
    }

    /// <summary>Writes a JSON document, or nothing where the client's copy is the same.</summary>
    public static Task WriteStableAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = Json;
        return WriteFileAsync(context, body);
    }

    /// <summary>Writes a file whose type is set, or nothing where the client's copy is the same.</summary>
    public static Task WriteFileAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 16))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Any(sent => sent is not null && sent.Split(',').Any(t => t.Trim() is "*" || t.Trim().Replace("W/", "", StringComparison.Ordinal) == tag)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return WriteBodyAsync(context, body);
    }

    private static Task WriteBodyAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
