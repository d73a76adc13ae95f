using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>The socket of the HTTP transports.</summary>
internal sealed class McpListener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly WebApplication _application;

    private McpListener(WebApplication application) => _application = application;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:8020</c>.</summary>
    public string Url => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Begins to listen.</summary>
    /// <param name="listen">Address and port.</param>
    /// <param name="endpoints">What is served.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<McpListener> StartAsync(IPEndPoint listen, McpEndpoints endpoints)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, Unattended>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Too long a body is refused where it is read; here it would cost its sender the answer that says so.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxConcurrentConnections = 4096;
            kestrel.Listen(listen);
        });
        WebApplication application = builder.Build();
        application.Run(endpoints.HandleAsync);
        try
        {
            await application.StartAsync().ConfigureAwait(false);
            return new McpListener(application);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _application.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    // The command that runs the host sees to Ctrl+C; a listener of it must not.
    private sealed class Unattended : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
