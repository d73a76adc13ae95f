using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Mcp.Exchange;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Tools;

/// <summary>Calls capabilities as tools. Whatever becomes of a call is an answer of the dispatcher's.</summary>
internal sealed class ToolCalls(ICapabilityDesk desk)
{
    private const string Prefix = "opentrading/";
    private const string IdempotencyKey = Prefix + "idempotencyKey";

    /// <summary>Answers a call.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="request">The call.</param>
    /// <param name="underWay">The requests of its session.</param>
    /// <param name="cancellationToken">Cancelled when the caller gives up.</param>
    /// <exception cref="McpProtocolException">There is no such tool.</exception>
    public async ValueTask<CallToolResult> CallAsync(McpCaller caller, RequestContext<CallToolRequestParams> request, RequestsUnderWay underWay, CancellationToken cancellationToken)
    {
        CallToolRequestParams call = request.Params!;
        CapabilityDescriptor? capability = desk.Catalog.Find(call.Name);
        if (capability is not null && !(caller.Owner.Lists(capability) && caller.Own.Permits(capability)))
        {
            return Answer(CallOutcome.Of(new CapabilityException(
                ErrorCode.NotPermitted, $"{call.Name} is outside the toolsets of this connection", "Connect without read-only; the owner sets mcp.toolsets.")));
        }

        var progress = new ProgressNotes(request.Server, call.ProgressToken);
        CallOutcome outcome;
        try
        {
            outcome = await desk.CallAsync(
                new CallRequest
                {
                    Name = call.Name,
                    Arguments = call.Arguments is { } arguments ? JsonSerializer.SerializeToElement(arguments, McpJsonUtilities.DefaultOptions) : default,
                    Caller = caller.Principal,
                    Surface = Surface.Mcp,
                    IdempotencyKey = call.Meta?[IdempotencyKey] is JsonValue value && value.TryGetValue(out string? key) ? key : null,
                    Progress = progress,
                    Mcp = new McpExchange(request.Server, request.JsonRpcRequest),
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await progress.EndAsync().ConfigureAwait(false);
        }

        // Nobody waits for the answer of a cancelled call.
        cancellationToken.ThrowIfCancellationRequested();
        return outcome switch
        {
            { Reply: { } reply } => Replies.ToResult<CallToolResult>(reply),
            { Error: ErrorCode.NotFound } when capability is null => throw new McpProtocolException($"{outcome.Summary}. {Remedy(outcome)}", McpErrorCode.InvalidParams),
            _ => Answer(outcome),
        };

        // The content follows when the answer is sent.
        CallToolResult Answer(CallOutcome final)
        {
            underWay.Keep(request.JsonRpcRequest.Id, new ToolAnswer(final));
            return new CallToolResult { Content = [], IsError = final.Error is null ? null : true, Meta = Facts(final) };
        }
    }

    private static JsonObject? Facts(CallOutcome outcome) =>
        outcome.Raw is { Facts.Count: > 0 } raw ? new JsonObject(raw.Facts.Select(f => KeyValuePair.Create(Prefix + f.Key, (JsonNode?)f.Value))) : null;

    private static string? Remedy(CallOutcome outcome) => JsonElement.Parse(outcome.Body.Span).GetProperty("error").GetProperty("remedy").GetString();
}
