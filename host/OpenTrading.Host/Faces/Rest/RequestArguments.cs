using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>Makes one JSON object of path, query and body. What an argument means is not decided here: texts become values in the dispatcher.</summary>
internal static class RequestArguments
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the arguments of a request.</summary>
    /// <exception cref="CapabilityException">The body is no JSON, or too long; or arguments stand where they must not.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request, IReadOnlyList<KeyValuePair<string, string>> path)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return JsonElement.Parse(Joined(path, request.Query, body: []).WrittenSpan);
        }

        // Addresses end up in logs and histories, and what is posted may be a secret.
        if (request.Query.Count > 0)
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"POST takes no arguments in the query: {string.Join(", ", request.Query.Keys)}", "Send them in the body.");
        }

        ReadOnlyMemory<byte> body = await BodyAsync(request).ConfigureAwait(false);
        JsonElement given = body.IsEmpty ? default : Parse(body.Span);
        if (path.Count == 0)
        {
            return given;
        }

        return given.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined
            ? JsonElement.Parse(Joined(path, [], body.Span).WrittenSpan)
            : throw new CapabilityException(ErrorCode.ValidationError, "The body must be an object.", "Send an object with the arguments by name.");
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            throw TooLong();
        }

        using var body = new MemoryStream();
        byte[] part = new byte[16 << 10];
        while (await request.Body.ReadAsync(part, request.HttpContext.RequestAborted).ConfigureAwait(false) is > 0 and int read)
        {
            body.Write(part, 0, read);
            if (body.Length > MostBytes)
            {
                throw TooLong();
            }
        }

        if (body.Length > 0 && !request.HasJsonContentType())
        {
            throw new CapabilityException(ErrorCode.ValidationError, $"Content-Type '{request.ContentType}' is not application/json", "Send the arguments as JSON and say so.");
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static CapabilityException TooLong() =>
        new(ErrorCode.LimitExceeded, $"The body has more than {MostBytes} bytes", "Send less at a time.");

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException e)
        {
            throw new CapabilityException(
                ErrorCode.ValidationError, $"The body is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", "Send one JSON object; NaN, Infinity and comments are none of JSON.");
        }
    }

    // The body's members go in as they came, so that one that stands in the path too is found to be given twice.
    private static ArrayBufferWriter<byte> Joined(IReadOnlyList<KeyValuePair<string, string>> path, IEnumerable<KeyValuePair<string, StringValues>> query, ReadOnlySpan<byte> body)
    {
        var joined = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(joined))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in path)
            {
                writer.WriteString(name, value);
            }

            foreach ((string name, StringValues values) in query)
            {
                writer.WritePropertyName(name);
                Write(writer, values);
            }

            writer.WriteEndObject();
        }

        int start = body.IndexOf((byte)'{') + 1;
        if (body[start..].TrimStart(" \t\r\n"u8) is { IsEmpty: false } rest && rest[0] != '}')
        {
            var whole = new ArrayBufferWriter<byte>(joined.WrittenCount + body.Length);
            whole.Write(joined.WrittenSpan[..^1]);
            whole.Write(","u8);
            whole.Write(body[start..]);
            return whole;
        }

        return joined;
    }

    private static void Write(Utf8JsonWriter writer, StringValues values)
    {
        if (values.Count == 1)
        {
            writer.WriteStringValue(values[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (string? value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
