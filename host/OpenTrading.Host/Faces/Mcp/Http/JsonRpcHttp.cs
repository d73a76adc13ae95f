using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>JSON-RPC messages in and out of HTTP.</summary>
internal static class JsonRpcHttp
{
    /// <summary>Longest message taken, in bytes.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>Code of refusals that have none of their own in the protocol.</summary>
    public const int Refused = -32000;

    // Of two members of one name, one reader takes the first and the next the last: what was checked must be what is done.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the message of a request.</summary>
    /// <exception cref="HttpRefusal">There is none.</exception>
    public static async Task<JsonRpcMessage> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, Refused, "The body must be application/json.");
        }

        ReadOnlyMemory<byte> body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, Strict);
            return document.Deserialize<JsonRpcMessage>(McpJsonUtilities.DefaultOptions)
                ?? throw new HttpRefusal(StatusCodes.Status400BadRequest, (int)McpErrorCode.InvalidRequest, "The body is null; send one JSON-RPC message.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw Malformed(body);
        }
    }

    /// <summary>Answers with an error.</summary>
    public static Task WriteErrorAsync(HttpContext context, int status, JsonRpcErrorDetail error, RequestId id = default)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync<JsonRpcMessage>(
            context.Response.Body, new JsonRpcError { Id = id, Error = error }, McpJsonUtilities.DefaultOptions, context.RequestAborted);
    }

    /// <summary>Makes the answer a stream of events.</summary>
    public static void BeginEvents(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers.ContentEncoding = "identity";
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            throw TooLong();
        }

        while (true)
        {
            System.IO.Pipelines.ReadResult read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > MaxBytes)
            {
                throw TooLong();
            }

            if (read.IsCompleted)
            {
                byte[] body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static HttpRefusal Malformed(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return new HttpRefusal(
                StatusCodes.Status400BadRequest,
                (int)McpErrorCode.InvalidRequest,
                document.RootElement.ValueKind == JsonValueKind.Array
                    ? "The protocol has no batches; send each message on its own."
                    : "The body is no JSON-RPC 2.0 message; send jsonrpc, method and, for a request, an id that is a text or a whole number; no member twice.");
        }
        catch (JsonException)
        {
            return new HttpRefusal(StatusCodes.Status400BadRequest, (int)McpErrorCode.ParseError, "The body is no JSON.");
        }
    }

    private static HttpRefusal TooLong() => new(StatusCodes.Status413PayloadTooLarge, Refused, $"LIMIT_EXCEEDED: the message is longer than {MaxBytes:N0} bytes; send less at once.");
}
