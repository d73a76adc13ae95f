using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>HTTP with server-sent events as revision 2024-11-05 has it: one stream for answers, one path for messages.</summary>
internal sealed class LegacySse(McpFace face, int most, CancellationToken stopping)
{
    private readonly FairShare _share = new(most, McpSessions.Each(most));
    private readonly ConcurrentDictionary<string, OpenStream> _streams = new(StringComparer.Ordinal);

    public int Count => _streams.Count;

    /// <summary>Serves a stream until the client leaves.</summary>
    public async Task GetAsync(HttpContext context, McpCaller caller)
    {
        using IDisposable part = _share.Take(caller.Principal, "streams");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        JsonRpcHttp.BeginEvents(context);
        var transport = new SseResponseStreamTransport(context.Response.Body, $"/message?sessionId={id}", id);
        var underWay = new RequestsUnderWay();
        _streams[id] = new OpenStream(transport, caller.Principal, underWay);
        McpServer server = McpServer.Create(transport, face.OptionsFor(caller, underWay));
        using IDisposable following = face.Changes.Follow(server);
        Task sending = transport.RunAsync(ending.Token);
        try
        {
            await server.RunAsync(ending.Token).ConfigureAwait(false);
        }
        finally
        {
            _streams.TryRemove(id, out _);
            await server.DisposeAsync().ConfigureAwait(false);
            await transport.DisposeAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes a message; its answer goes to the stream.</summary>
    public async Task PostAsync(HttpContext context, McpCaller caller)
    {
        string id = context.Request.Query["sessionId"].ToString();
        if (!_streams.TryGetValue(id, out OpenStream? stream) || stream.Owner != caller.Principal)
        {
            throw new HttpRefusal(StatusCodes.Status404NotFound, -32001, "There is no such session; open /sse first.");
        }

        if (stream.UnderWay.IsFull)
        {
            throw new CapabilityException(ErrorCode.RateLimited, "Too many requests of this stream wait for their answers", "Read the stream, then go on.");
        }

        JsonRpcMessage message = await JsonRpcHttp.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        await stream.Transport.OnMessageReceivedAsync(message, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsync("Accepted", context.RequestAborted).ConfigureAwait(false);
    }

    private sealed record OpenStream(SseResponseStreamTransport Transport, Principal Owner, RequestsUnderWay UnderWay);
}
