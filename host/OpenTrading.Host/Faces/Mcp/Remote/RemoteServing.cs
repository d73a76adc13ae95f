using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Faces.Mcp.Http;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Remote;

/// <summary>A stand-alone MCP server: the face of a desk whose host is elsewhere.</summary>
internal sealed class RemoteServing : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly RemoteHost _host;
    private readonly HostConfiguration _configuration;
    private readonly CancellationTokenSource _stopping = new();
    private readonly RemoteDesk _desk;
    private readonly RemoteCallers _callers;
    private readonly Task _following;

    private RemoteServing(RemoteHost host, HostConfiguration configuration, RemoteDesk desk, RemoteCallers callers)
    {
        (_host, _configuration, _desk, _callers) = (host, configuration, desk, callers);
        Face = new McpFace(desk, () => new PluginCatalog([]), new Completions(SymbolsAsync, StrategiesAsync), configuration.Mcp);
        desk.Catalog.Changed += ToolsChanged;
        _following = FollowAsync();
    }

    /// <summary>What is served.</summary>
    public McpFace Face { get; }

    /// <summary>Meets the host, and begins to follow what happens there.</summary>
    /// <param name="host">That host.</param>
    /// <param name="configuration">What to show to whom.</param>
    /// <param name="token">Token of this server itself; null for none, then callers bring their own.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CapabilityException">The host does not answer, or does not honour the token.</exception>
    /// <exception cref="FormatException">A configured toolset is unknown there.</exception>
    public static async Task<RemoteServing> StartAsync(RemoteHost host, HostConfiguration configuration, string? token, CancellationToken cancellationToken)
    {
        var callers = new RemoteCallers(token, TimeProvider.System);
        var desk = new RemoteDesk(host, new AccessMode(configuration.Mcp.DataOnly, configuration.Mcp.EnableLiveTools), callers);
        bool isKnown = await desk.IntroduceAsync(token, null, cancellationToken).ConfigureAwait(false) is not null;
        if (!isKnown && token is not null)
        {
            throw new CapabilityException(ErrorCode.Unauthenticated, $"The host at {host.Url} does not honour this server's token", "Make one there with 'opentrading token new'.");
        }

        if (!isKnown && configuration.Mcp.Toolsets is not [ToolsetFilter.All])
        {
            throw new FormatException("mcp.toolsets: which toolsets there are, that host tells to no one without a token; give this server one with --token-file.");
        }

        return new RemoteServing(host, configuration, desk, callers);
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task<McpListening> ListenAsync(IPEndPoint listen, X509Certificate2? certificate) => McpListening.StartAsync(
        Face, new RemoteGate(_desk, _callers, new AllowedHosts(_configuration.Security.AllowedHosts), _configuration.Security.RequireAuth), _configuration.Mcp, listen, certificate);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private void ToolsChanged() => _ = Face.Changes.ListChangedAsync(NotificationMethods.ToolListChangedNotification);

    // Whatever breaks the line, it is taken up again; what was missed meanwhile shows in the list.
    private async Task FollowAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await foreach (string what in _host.EventsAsync(_callers.Own, _stopping.Token).ConfigureAwait(false))
                {
                    if (what is "plugin" or "state")
                    {
                        await _desk.IntroduceAsync(_callers.Own, null, _stopping.Token).ConfigureAwait(false);
                    }

                    Face.Changes.Ring();
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or CapabilityException)
            {
                // It does not run, refuses, or went away.
            }

            await Task.Delay(Again, _stopping.Token).ConfigureAwait(false);
        }
    }

    private ValueTask<IEnumerable<string>> SymbolsAsync(CancellationToken cancellationToken) => NamesAsync("search_symbols", "symbols", "symbol", cancellationToken);

    private ValueTask<IEnumerable<string>> StrategiesAsync(CancellationToken cancellationToken) => NamesAsync("list_strategies", "strategies", "strategyId", cancellationToken);

    private async ValueTask<IEnumerable<string>> NamesAsync(string capability, string list, string name, CancellationToken cancellationToken)
    {
        CallOutcome outcome = await _desk.CallAsync(
            new CallRequest { Name = capability, Arguments = JsonElement.Parse("{}"), Caller = McpServing.Stdio, Surface = Surface.Mcp }, cancellationToken).ConfigureAwait(false);
        return outcome.Error is null && JsonElement.Parse(outcome.Body.Span).TryGetProperty(list, out JsonElement items)
            ? [.. items.EnumerateArray().Select(i => i.TryGetProperty(name, out JsonElement value) ? value.GetString() : null).OfType<string>()]
            : [];
    }
}
