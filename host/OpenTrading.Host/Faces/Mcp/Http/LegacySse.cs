using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>HTTP with server-sent events as revision 2024-11-05 has it: one stream for answers, one path for messages.</summary>
internal sealed class LegacySse(McpFace face, int most, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<string, (SseResponseStreamTransport Transport, Principal Owner)> _streams = new(StringComparer.Ordinal);

    public int Count => _streams.Count;

    /// <summary>Serves a stream until the client leaves.</summary>
    public async Task GetAsync(HttpContext context, McpCaller caller)
    {
        if (_streams.Count >= most)
        {
            throw new HttpRefusal(StatusCodes.Status503ServiceUnavailable, JsonRpcHttp.Refused, "RATE_LIMITED: every stream is in use; end one, or try again later.");
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        JsonRpcHttp.BeginEvents(context);
        var transport = new SseResponseStreamTransport(context.Response.Body, $"/message?sessionId={id}", id);
        _streams[id] = (transport, caller.Principal);
        McpServer server = McpServer.Create(transport, face.OptionsFor(caller));
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
        if (!_streams.TryGetValue(id, out (SseResponseStreamTransport Transport, Principal Owner) stream) || stream.Owner != caller.Principal)
        {
            throw new HttpRefusal(StatusCodes.Status404NotFound, -32001, "There is no such session; open /sse first.");
        }

        JsonRpcMessage message = await JsonRpcHttp.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        await stream.Transport.OnMessageReceivedAsync(message, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsync("Accepted", context.RequestAborted).ConfigureAwait(false);
    }
}
