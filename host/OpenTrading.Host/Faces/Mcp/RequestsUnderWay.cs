using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Mcp.Tools;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>The requests of one session that are being answered.</summary>
internal sealed class RequestsUnderWay
{
    private const int Most = 100;

    private readonly ConcurrentDictionary<RequestId, ToolAnswer?> _busy = new();
    private int _count;

    /// <summary>Whether no more are taken: answers that nobody fetches would pile up.</summary>
    public bool IsFull => Volatile.Read(ref _count) >= Most;

    /// <summary>Refuses a second request under an id that is still being answered: the two could not be told apart in the answers.</summary>
    public McpMessageFilter Filter => next => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is not JsonRpcRequest request)
        {
            await next(context, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!_busy.TryAdd(request.Id, null))
        {
            throw new McpProtocolException($"Request id {request.Id} is still being answered; use a new id for a new request.", McpErrorCode.InvalidRequest);
        }

        Interlocked.Increment(ref _count);
        try
        {
            await next(context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            _busy.TryRemove(request.Id, out _);
        }
    };

    /// <summary>Puts kept answers in the place that was left for them.</summary>
    public McpMessageFilter Answers => next => (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is JsonRpcResponse { Result: JsonObject result } response && _busy.GetValueOrDefault(response.Id) is { } answer)
        {
            answer.WriteTo(result);
        }

        return next(context, cancellationToken);
    };

    /// <summary>Keeps the answer of a request until it is sent.</summary>
    public void Keep(RequestId id, ToolAnswer answer) => _busy[id] = answer;
}
