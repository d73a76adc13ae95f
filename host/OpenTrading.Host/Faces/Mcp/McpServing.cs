using System.Net;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Faces.Mcp.Http;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>MCP for as long as a host runs: its HTTP transports, and the word to clients when something changes.</summary>
internal sealed class McpServing : IAsyncDisposable
{
    private static readonly TimeSpan UpdateEvery = TimeSpan.FromSeconds(1);

    /// <summary>The user's own programs on this machine.</summary>
    public static readonly Principal Stdio = new("client:stdio", OpenTrading.Sdk.Capabilities.Role.Analyst);

    private readonly PaperHost _host;
    private readonly CancellationTokenSource _stopping = new();
    private McpEndpoints? _endpoints;
    private HttpFace? _server;
    private Task _updating = Task.CompletedTask;

    private McpServing(PaperHost host, HostConfiguration configuration)
    {
        _host = host;
        Face = FaceOf(host, configuration);
        host.Capabilities.Dispatcher.Catalog.Changed += ToolsChanged;
        host.Plugins.Changed += PluginsChanged;
        host.BarClosed += Update;
    }

    /// <summary>What is served.</summary>
    public McpFace Face { get; }

    /// <summary>How programs of this machine reach the HTTP transports; null when these do not listen.</summary>
    public LocalAddress? Address { get; private set; }

    /// <summary>Begins to serve. A port that is taken costs the HTTP transports and not the host.</summary>
    /// <param name="host">Whose desk it is.</param>
    /// <param name="configuration">Where to listen, and what to show.</param>
    /// <param name="note">Told in one line where it is served, or why not.</param>
    /// <exception cref="ConfigurationException">A toolset is none.</exception>
    /// <exception cref="Home.HomeException">TLS is asked for and the certificate cannot be used.</exception>
    public static async Task<McpServing> StartAsync(PaperHost host, HostConfiguration configuration, Action<string> note)
    {
        var serving = new McpServing(host, configuration);
        if (!configuration.Mcp.Embedded)
        {
            return serving;
        }

        serving._endpoints = new McpEndpoints(serving.Face, host.Security.OpenGate(), configuration.Mcp, TimeProvider.System, serving._stopping.Token);
        try
        {
            serving._server = await HttpFace.StartAsync(
                IPEndPoint.Parse(configuration.Mcp.Listen),
                configuration.Security.Tls ? TlsCertificate.Load(host.Home) : null,
                serving._endpoints.HandleAsync,
                CancellationToken.None).ConfigureAwait(false);
            serving.Address = LocalAddress.Of(serving._server.Address, configuration.Security.AllowedHosts);
            string paths = string.Join(", ", configuration.Mcp.Transports.Select(t => t == "http" ? "/mcp" : "/sse"));
            note($"mcp       at {serving._server.Address.GetLeftPart(UriPartial.Authority)} ({paths})");
        }
        catch (IOException)
        {
            note($"mcp.listen: {configuration.Mcp.Listen} is taken by another program; MCP over HTTP is off. Name another address, or end that program.");
        }
        catch
        {
            await serving.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return serving;
    }

    public async ValueTask DisposeAsync()
    {
        _host.Capabilities.Dispatcher.Catalog.Changed -= ToolsChanged;
        _host.Plugins.Changed -= PluginsChanged;
        _host.BarClosed -= Update;
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_endpoints is not null)
        {
            await _endpoints.DisposeAsync().ConfigureAwait(false);
        }

        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        _stopping.Dispose();
    }

    private static McpFace FaceOf(PaperHost host, HostConfiguration configuration)
    {
        try
        {
            return new McpFace(host.Capabilities.Dispatcher, () => host.Plugins.Catalog, host.Market, configuration.Mcp);
        }
        catch (FormatException e)
        {
            throw new ConfigurationException([new ConfigError(configuration.File, null, $"mcp.toolsets: {e.Message}")]);
        }
    }

    private void ToolsChanged() => _ = Face.Changes.ListChangedAsync(NotificationMethods.ToolListChangedNotification);

    private void PluginsChanged(PluginChange change)
    {
        if (change.HasTakenEffect)
        {
            _ = Face.Changes.ListChangedAsync(NotificationMethods.PromptListChangedNotification);
            _ = Face.Changes.ListChangedAsync(NotificationMethods.ResourceListChangedNotification);
        }
    }

    // A fast replay closes thousands of bars a second; clients hear of one.
    // On the account's turn: only ever begins the telling.
    private void Update(Bar bar)
    {
        if (_updating.IsCompleted)
        {
            _updating = Task.WhenAll(Face.Changes.ResourcesUpdatedAsync(), Task.Delay(UpdateEvery));
        }
    }
}
