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

    // How many errors under an id are refusals. By id and not with the request they met: that one may have ended, and the id be in use again, before they are sent.
    private readonly Dictionary<RequestId, int> _refusals = [];
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
            NoteRefusal(request.Id);
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

    private void NoteRefusal(RequestId id)
    {
        lock (_refusals)
        {
            _refusals[id] = _refusals.GetValueOrDefault(id) + 1;
        }
    }

    private bool IsRefusal(RequestId id)
    {
        lock (_refusals)
        {
            if (!_refusals.Remove(id, out int refusals))
            {
                return false;
            }

            if (refusals > 1)
            {
                _refusals[id] = refusals - 1;
            }

            return true;
        }
    }

    // A client that has its answer may use the id again before the sending of that answer has come to its end here.
    private Request? End(RequestId id) => _busy.TryRemove(id, out Request? request) ? request : null;

    private sealed class Request(DirectReply? reply)
    {
        public DirectReply? Reply => reply;

        public ToolAnswer? Answer { get; set; }
    }
}
