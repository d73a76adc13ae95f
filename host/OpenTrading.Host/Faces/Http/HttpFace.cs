using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Http;

/// <summary>A web server on one address with one answer for all requests. It logs nothing, bounds everything, and shows no stack trace.</summary>
internal sealed class HttpFace : IAsyncDisposable
{
    // A client that may not finish sending never reads why it was refused. So more is let in than any face takes, and thrown away.
    private const int MostThrownAway = 32 << 20;
    private const int MostConnections = 4096;

    // Long enough for answers under way, too short for anyone who waits for the end to notice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly WebApplication _server;

    private HttpFace(WebApplication server) => _server = server;

    /// <summary>Where it listens, with the port the system chose where 0 was asked for.</summary>
    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts to listen.</summary>
    /// <param name="listen">Where.</param>
    /// <param name="certificate">Certificate with key for TLS; null for none.</param>
    /// <param name="answer">Answers a request.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">Another process listens there.</exception>
    public static async Task<HttpFace> StartAsync(IPEndPoint listen, X509Certificate2? certificate, RequestDelegate answer, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfTheHost>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Bound(options, listen, certificate));
        WebApplication server = builder.Build();
        server.Run(context => GuardAsync(context, answer));
        try
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            return new HttpFace(server);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops listening and ends open requests; those about to be answered are, those that stay open are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _server.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync().ConfigureAwait(false);
    }

    private static void Bound(KestrelServerOptions options, IPEndPoint listen, X509Certificate2? certificate)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MostThrownAway;
        options.Limits.MaxConcurrentConnections = MostConnections;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (IPEndPoint at in Everywhere(listen))
        {
            options.Listen(at, Protocols);
        }

        void Protocols(ListenOptions endPoint)
        {
            endPoint.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
            {
                endPoint.UseHttps(certificate);
            }
        }
    }

    // Some programs take localhost for ::1. Where that port is another's, or there is no such address, 127.0.0.1 has to do.
    private static IEnumerable<IPEndPoint> Everywhere(IPEndPoint listen)
    {
        yield return listen;
        if (listen.Address.Equals(IPAddress.Loopback) && listen.Port != 0 && Socket.OSSupportsIPv6 && IsFree(listen.Port))
        {
            yield return new IPEndPoint(IPAddress.IPv6Loopback, listen.Port);
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.IPv6Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate answer)
    {
        try
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            await answer(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody waits for an answer.
        }
#pragma warning disable CA1031 // Whatever goes wrong with one request, the client gets an answer without its text, and the server goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await Problem.WriteAsync(context, Refusal(e)).ConfigureAwait(false);
        }
    }

    private static CapabilityException Refusal(Exception e) => e switch
    {
        Microsoft.AspNetCore.Http.BadHttpRequestException => new CapabilityException(ErrorCode.ValidationError, "The request is malformed", "Send well-formed HTTP."),
        _ => Kernel.Capabilities.Refusal.Of(e),
    };

    // Ctrl+C ends the host, and the host ends this server; two that listen for it would race.
    private sealed class LifetimeOfTheHost : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
