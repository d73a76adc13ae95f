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
    /// <summary>The user's own programs on this machine.</summary>
    public static readonly Principal Stdio = new("client:stdio", OpenTrading.Sdk.Capabilities.Role.Analyst);

    private readonly PaperHost _host;
    private McpListening? _listening;

    private McpServing(PaperHost host, HostConfiguration configuration)
    {
        _host = host;
        Face = FaceOf(host, configuration);
        host.Capabilities.Dispatcher.Catalog.Changed += ToolsChanged;
        host.Plugins.Changed += PluginsChanged;
        host.BarClosed += Update;
        host.Services.Events.Told += Update;
    }

    /// <summary>What is served.</summary>
    public McpFace Face { get; }

    /// <summary>How programs of this machine reach the HTTP transports; null when these do not listen.</summary>
    public LocalAddress? Address => _listening is null ? null : LocalAddress.Of(_listening.Address, _host.Configuration.Security.AllowedHosts);

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

        try
        {
            serving._listening = await McpListening.StartAsync(
                serving.Face, host.Security.OpenGate(), configuration.Mcp, IPEndPoint.Parse(configuration.Mcp.Listen), configuration.Security.Tls ? TlsCertificate.Load(host.Home) : null)
                .ConfigureAwait(false);
            note(serving._listening.Line);
            foreach (ServedTransport transport in serving._listening.Transports(configuration.Mcp))
            {
                host.Transports.Add(transport);
            }
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
        _host.Services.Events.Told -= Update;
        if (_listening is not null)
        {
            await _listening.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static McpFace FaceOf(PaperHost host, HostConfiguration configuration)
    {
        var completions = new Completions(
            _ => ValueTask.FromResult(host.Market.Symbols.Select(s => s.Instrument.Symbol)), _ => ValueTask.FromResult<IEnumerable<string>>(host.Plugins.Catalog.Strategies.Keys));
        try
        {
            return new McpFace(host.Capabilities.Dispatcher, () => host.Plugins.Catalog, completions, configuration.Mcp, [host.Services.Charts.Resource]);
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

    private void Update(Bar bar) => Face.Changes.Ring();

    private void Update(string name, IReadOnlyDictionary<string, object?> facts) => Face.Changes.Ring();
}
