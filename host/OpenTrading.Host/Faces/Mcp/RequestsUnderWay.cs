using System.Collections.Concurrent;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>The requests of one session that are being answered.</summary>
internal sealed class RequestsUnderWay
{
    private const int Most = 100;

    private readonly ConcurrentDictionary<RequestId, byte> _busy = new();
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

        if (!_busy.TryAdd(request.Id, 0))
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
}
