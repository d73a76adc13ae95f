using System.Net;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Faces.Mcp.Http;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
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
    private McpListener? _listener;
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

    /// <summary>Where the HTTP transports listen; null when they do not.</summary>
    public string? Url => _listener?.Url;

    /// <summary>Begins to serve. A port that is taken costs the HTTP transports and not the host.</summary>
    /// <param name="host">Whose desk it is.</param>
    /// <param name="configuration">Where to listen, and what to show.</param>
    /// <param name="note">Told in one line where it is served, or why not.</param>
    /// <exception cref="ConfigurationException">An address or a toolset is none.</exception>
    public static async Task<McpServing> StartAsync(PaperHost host, HostConfiguration configuration, Action<string> note)
    {
        IPEndPoint listen = EndPointOf(configuration);
        var serving = new McpServing(host, configuration);
        if (!configuration.Mcp.Embedded)
        {
            return serving;
        }

        serving._endpoints = new McpEndpoints(serving.Face, host.Security.OpenGate(), configuration.Mcp, TimeProvider.System, serving._stopping.Token);
        try
        {
            serving._listener = await McpListener.StartAsync(listen, serving._endpoints).ConfigureAwait(false);
            note($"mcp       at {serving.Url} ({string.Join(", ", configuration.Mcp.Transports.Select(t => t == "http" ? "/mcp" : "/sse"))})");
        }
        catch (IOException)
        {
            note($"mcp.listen: {configuration.Mcp.Listen} is taken by another program; MCP over HTTP is off. Name another address, or end that program.");
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

        if (_listener is not null)
        {
            await _listener.DisposeAsync().ConfigureAwait(false);
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
            throw Refused(configuration, $"mcp.toolsets: {e.Message}");
        }
    }

    private static IPEndPoint EndPointOf(HostConfiguration configuration)
    {
        string listen = configuration.Mcp.Listen;
        return IPEndPoint.TryParse(listen.Replace("localhost:", "127.0.0.1:", StringComparison.OrdinalIgnoreCase), out IPEndPoint? address) && listen.Contains(':', StringComparison.Ordinal)
            ? address
            : throw Refused(configuration, $"mcp.listen is '{listen}'; write an address and a port, such as 127.0.0.1:8020");
    }

    private static ConfigurationException Refused(HostConfiguration configuration, string why) => new([new ConfigError(configuration.File, null, why)]);

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
