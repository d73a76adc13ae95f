using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Faces.Mcp.Tools;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>
/// The way past the protocol library for a tool's answer over Streamable HTTP: the library sends what comes before it and then lets go of the response,
/// and the answer is written here, from the bytes it already is.
/// </summary>
internal sealed class DirectReply
{
    private const string Item = "opentrading/reply";

    // An event is read as JSON and nothing else. To spell every quotation mark of a record as six characters takes five times as long.
    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonRpcResponse? _response;
    private ToolAnswer? _answer;

    /// <summary>What a message carries so that its answer finds here.</summary>
    public IDictionary<string, object?> Items => new Dictionary<string, object?>(1) { [Item] = this };

    /// <summary>The one a request came with; null where its transport has none.</summary>
    public static DirectReply? Of(JsonRpcRequest request) => request.Context?.Items?.TryGetValue(Item, out object? reply) == true ? reply as DirectReply : null;

    /// <summary>Takes the answer, and ends the library's part.</summary>
    /// <param name="response">The response, without its content.</param>
    /// <param name="answer">The content.</param>
    /// <param name="transport">Where the library would send it.</param>
    public ValueTask TakeAsync(JsonRpcResponse response, ToolAnswer answer, ITransport transport)
    {
        (_response, _answer) = (response, answer);
        return transport.DisposeAsync();
    }

    /// <summary>Writes the answer as an event, if there is one.</summary>
    public async ValueTask WriteToAsync(PipeWriter body, CancellationToken cancellationToken)
    {
        if (_response is { Result: JsonObject result } response && _answer is { } answer)
        {
            Write(body, response.Id, answer, result);
            await body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Write(PipeWriter body, RequestId id, ToolAnswer answer, JsonObject result)
    {
        body.Write("event: message\ndata: "u8);
        using (var writer = new Utf8JsonWriter(body, Writing))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("result");
            answer.Write(writer, result);
            writer.WritePropertyName("id");
            JsonSerializer.Serialize(writer, id, McpJsonUtilities.DefaultOptions);
            writer.WriteString("jsonrpc", "2.0");
            writer.WriteEndObject();
        }

        body.Write("\n\n"u8);
    }
}
