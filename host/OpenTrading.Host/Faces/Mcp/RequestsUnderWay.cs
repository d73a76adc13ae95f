using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Mcp.Http;
using OpenTrading.Host.Faces.Mcp.Tools;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>The requests of one session that are being answered.</summary>
internal sealed class RequestsUnderWay
{
    private const int Most = 100;

    private readonly ConcurrentDictionary<RequestId, Request> _busy = new();
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

        var own = new Request(DirectReply.Of(request));
        Request known = _busy.GetOrAdd(request.Id, own);
        if (known != own)
        {
            known.AddRefusal();
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
            _busy.TryRemove(KeyValuePair.Create(request.Id, own));
        }
    };

    /// <summary>Sends kept answers: past the protocol library where there is a way, else in the place that was left for them.</summary>
    public McpMessageFilter Answers => next => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is JsonRpcResponse response && End(response.Id) is { Answer: { } answer } request && response.Result is JsonObject result)
        {
            if (request.Reply is { } reply && response.Context?.RelatedTransport is { } transport)
            {
                await reply.TakeAsync(response, answer, transport).ConfigureAwait(false);
                return;
            }

            answer.AddTo(result);
        }
        else if (context.JsonRpcMessage is JsonRpcError error && !IsRefusal(error.Id))
        {
            End(error.Id);
        }

        await next(context, cancellationToken).ConfigureAwait(false);
    };

    /// <summary>Keeps the answer of a request until it is sent.</summary>
    public void Keep(RequestId id, ToolAnswer answer)
    {
        if (_busy.TryGetValue(id, out Request? request))
        {
            request.Answer = answer;
        }
    }

    private bool IsRefusal(RequestId id) => _busy.TryGetValue(id, out Request? request) && request.TakeRefusal();

    // A client that has its answer may use the id again before the sending of that answer has come to its end here.
    private Request? End(RequestId id) => _busy.TryRemove(id, out Request? request) ? request : null;

    private sealed class Request(DirectReply? reply)
    {
        private int _refusals;

        public DirectReply? Reply => reply;

        public ToolAnswer? Answer { get; set; }

        /// <summary>Notes that another request under the same id is to be refused, with an error that bears this one's id.</summary>
        public void AddRefusal() => Interlocked.Increment(ref _refusals);

        /// <summary>Whether an error under this id is such a refusal.</summary>
        public bool TakeRefusal()
        {
            int refusals;
            do
            {
                refusals = Volatile.Read(ref _refusals);
            }
            while (refusals > 0 && Interlocked.CompareExchange(ref _refusals, refusals - 1, refusals) != refusals);

            return refusals > 0;
        }
    }
}
