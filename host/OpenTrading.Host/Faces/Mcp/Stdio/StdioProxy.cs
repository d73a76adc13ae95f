using System.Collections.Concurrent;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Mcp.Stdio;

/// <summary>Passes one client's messages on to a host that already runs, so that one desk has one state.</summary>
internal static class StdioProxy
{
    /// <summary>Passes messages both ways until either side ends.</summary>
    /// <param name="endpoint">The host's Streamable HTTP endpoint.</param>
    /// <param name="http">Connects to that host. It must not time out: a stream of changes stays open for as long as the client wants it.</param>
    /// <param name="token">The host's token for programs of its own user.</param>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(Uri endpoint, HttpClient http, string token, ITransport client, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = new HttpClientTransportOptions
        {
            Endpoint = endpoint,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}", [CallerGate.ClientHeader] = "stdio" },
        };
        await using var transport = new HttpClientTransport(options, http, ownsHttpClient: false);
        await using ITransport host = await transport.ConnectAsync(ending.Token).ConfigureAwait(false);
        await Task.WhenAny(ToHostAsync(client, host, ending.Token), ToClientAsync(client, host, ending.Token)).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
    }

    private static async Task ToHostAsync(ITransport client, ITransport host, CancellationToken cancellationToken)
    {
        var sending = new ConcurrentDictionary<Task, byte>();
        await foreach (JsonRpcMessage message in client.MessageReader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            // A request ends with its answer; the next must not wait for it.
            Task sent = SendAsync(message, client, host, cancellationToken);
            if (message is JsonRpcRequest { Method: RequestMethods.Initialize })
            {
                // Only its answer says under which session the rest is sent.
                await sent.ConfigureAwait(false);
            }

            sending[sent] = 0;
            _ = sent.ContinueWith(t => sending.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        await Task.WhenAll(sending.Keys).ConfigureAwait(false);
    }

    private static async Task ToClientAsync(ITransport client, ITransport host, CancellationToken cancellationToken)
    {
        await foreach (JsonRpcMessage message in host.MessageReader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            message.Context = null;
            await client.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task SendAsync(JsonRpcMessage message, ITransport client, ITransport host, CancellationToken cancellationToken)
    {
        try
        {
            message.Context = null;
            await host.SendMessageAsync(message, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever kept a request from the host, the client waits for an answer.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (message is JsonRpcRequest request)
            {
                var error = new JsonRpcErrorDetail { Code = -32000, Message = $"The host did not take the request: {e.Message}" };
                await client.SendMessageAsync(new JsonRpcError { Id = request.Id, Error = error }, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
