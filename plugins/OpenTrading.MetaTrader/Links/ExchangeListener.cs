using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OpenTrading.MetaTrader.Links;

/// <summary>Experts that connect by HTTP: MT4 where the host runs on another system, such as under Wine.</summary>
/// <param name="endPoint">Where to listen.</param>
/// <param name="wall">The machine's clock.</param>
internal sealed class ExchangeListener(IPEndPoint endPoint, TimeProvider wall) : ILinkListener
{
    private const string ExchangePath = "/ea/v1/exchange";
    private const int MostBody = 4 << 20;
    private const int MostLinks = 16;
    private const int LongestId = 64;

    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, HttpLink> _links = new(StringComparer.Ordinal);
    private readonly LinkSet _open = new();
    private WebApplication? _server;
    private Func<ILink, Task>? _accept;

    public string Address => _server?.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? $"http://{endPoint}";

    public async Task StartAsync(Func<ILink, Task> accept, CancellationToken cancellationToken)
    {
        _accept = accept;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBody;
            options.Limits.MaxConcurrentConnections = MostLinks * 4;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            options.Listen(endPoint, address => address.Protocols = HttpProtocols.Http1);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _open.EndAsync().ConfigureAwait(false);
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (request.Path != ExchangePath || !HttpMethods.IsPost(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // A page in a browser of this machine can post here too, but not with these headers and without asking first.
        string id = request.Headers["X-OT-Link"].ToString();
        if (id.Length is 0 or > LongestId || !id.All(char.IsAsciiLetterOrDigit)
            || !long.TryParse(request.Headers["X-OT-Seq"], NumberStyles.None, CultureInfo.InvariantCulture, out long seq) || seq < 1)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        byte[]? answer = null;
        if (Find(id, seq, context.Connection.RemoteIpAddress?.ToString() ?? "unknown") is { } link)
        {
            byte[] body = await ReadAsync(request, context.RequestAborted).ConfigureAwait(false);
            answer = await link.ExchangeAsync(seq, body, context.RequestAborted).ConfigureAwait(false);
        }

        context.Response.StatusCode = answer is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        context.Response.ContentType = "application/x-ndjson";
        context.Response.ContentLength = answer?.Length ?? 0;
        await context.Response.Body.WriteAsync(answer ?? [], context.RequestAborted).ConfigureAwait(false);
    }

    private HttpLink? Find(string id, long seq, string peer)
    {
        if (_links.TryGetValue(id, out HttpLink? known))
        {
            return known;
        }

        foreach ((string old, HttpLink link) in _links)
        {
            if (link.HasEnded && wall.GetElapsedTime(link.LastSeen) > Forgotten)
            {
                _links.TryRemove(old, out _);
            }
        }

        // A link begins with its first exchange; a later one belongs to a link that a host before this one had.
        if (seq != 1 || _links.Values.Count(l => !l.HasEnded) >= MostLinks)
        {
            return null;
        }

        var fresh = new HttpLink(id, peer, wall);
        HttpLink kept = _links.GetOrAdd(id, fresh);
        if (ReferenceEquals(kept, fresh))
        {
            _open.Serve(fresh, _accept!);
        }

        return kept;
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            System.IO.Pipelines.ReadResult read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCompleted)
            {
                byte[] body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // Ctrl+C ends the host, and the host ends this server.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
