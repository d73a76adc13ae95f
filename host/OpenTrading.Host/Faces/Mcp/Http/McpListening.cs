using System.Net;
using System.Security.Cryptography.X509Certificates;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Faces.Mcp.Http;

/// <summary>The HTTP transports while they listen.</summary>
internal sealed class McpListening : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping;
    private readonly McpEndpoints _endpoints;
    private readonly HttpFace _server;

    private McpListening(McpEndpoints endpoints, HttpFace server, CancellationTokenSource stopping, string line) =>
        (_endpoints, _server, _stopping, Line) = (endpoints, server, stopping, line);

    /// <summary>Where they listen.</summary>
    public Uri Address => _server.Address;

    /// <summary>The transports with their clients.</summary>
    public IEnumerable<ServedTransport> Transports(McpOptions options) =>
        options.Transports.Select(t => new ServedTransport(t, new Uri(Address, t == "sse" ? "/sse" : "/mcp"), () => _endpoints.Clients(t)));

    /// <summary>Likewise, as a person reads it.</summary>
    public string Line { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="face">What is served.</param>
    /// <param name="gate">Who is let in.</param>
    /// <param name="options">Transports and bounds.</param>
    /// <param name="listen">Address and port.</param>
    /// <param name="certificate">Certificate with key for TLS; null for none.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<McpListening> StartAsync(McpFace face, ICallerGate gate, McpOptions options, IPEndPoint listen, X509Certificate2? certificate)
    {
        var stopping = new CancellationTokenSource();
        var endpoints = new McpEndpoints(face, gate, options, TimeProvider.System, stopping.Token);
        try
        {
            HttpFace server = await HttpFace.StartAsync(listen, certificate, endpoints.HandleAsync, CancellationToken.None).ConfigureAwait(false);
            string paths = string.Join(", ", options.Transports.Select(t => t == "http" ? "/mcp" : "/sse"));
            return new McpListening(endpoints, server, stopping, $"mcp       at {server.Address.GetLeftPart(UriPartial.Authority)} ({paths})");
        }
        catch
        {
            await endpoints.DisposeAsync().ConfigureAwait(false);
            stopping.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Open streams first: they would hold up the server.
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _endpoints.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }
}
