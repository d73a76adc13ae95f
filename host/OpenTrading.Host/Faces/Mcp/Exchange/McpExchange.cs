using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

#pragma warning disable MCP9004, MCP9005 // Logging of the older revisions is served as long as clients speak them.

namespace OpenTrading.Host.Faces.Mcp.Exchange;

/// <summary>The exchange behind one request.</summary>
internal sealed class McpExchange(McpServer server, JsonRpcRequest request) : IMcpExchange
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public JsonElement Parameters => request.Params is { } parameters ? JsonSerializer.SerializeToElement(parameters) : Nothing;

    public JsonElement ClientCapabilities => server.ClientCapabilities is { } capabilities
        ? JsonSerializer.SerializeToElement(capabilities, McpJsonUtilities.DefaultOptions)
        : Nothing;

    public async Task<JsonElement> AskAsync(string method, JsonElement parameters, CancellationToken cancellationToken)
    {
        try
        {
            JsonRpcResponse answer = await server.SendRequestAsync(new JsonRpcRequest { Method = method, Params = JsonNode.Parse(parameters.GetRawText()) }, cancellationToken).ConfigureAwait(false);
            return JsonSerializer.SerializeToElement(answer.Result);
        }
        catch (McpException e)
        {
            throw new CapabilityException(ErrorCode.NotSupported, $"The client refused {method}: {e.Message}", "Use a client that answers it.");
        }
        catch (InvalidOperationException)
        {
            throw new CapabilityException(ErrorCode.NotSupported, $"This client cannot be asked {method} in the middle of a call", "Answer with input_required instead.");
        }
    }

    public Task NotifyAsync(string method, JsonElement parameters, CancellationToken cancellationToken) =>
        method == NotificationMethods.LoggingMessageNotification && !Wants(parameters)
            ? Task.CompletedTask
            : server.SendMessageAsync(new JsonRpcNotification { Method = method, Params = JsonNode.Parse(parameters.GetRawText()) }, cancellationToken);

    // Since 2026-07-28 a client asks for log messages with each request; before, it got them unless it had set a higher level.
    private bool Wants(JsonElement message)
    {
        LoggingLevel? lowest = ProtocolVersions.IsStateless(server.NegotiatedProtocolVersion)
            ? request.Context?.LogLevel
            : server.LoggingLevel ?? LoggingLevel.Debug;
        return message.TryGetProperty("level", out JsonElement level) && Enum.TryParse(level.GetString(), ignoreCase: true, out LoggingLevel own) && own >= lowest;
    }
}
