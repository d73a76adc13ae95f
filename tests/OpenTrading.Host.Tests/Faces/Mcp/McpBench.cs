using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Tests.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>The MCP face over sample tools, with real clients beside it in this process.</summary>
internal sealed class McpBench : IAsyncDisposable
{
    public const string Older = "2025-11-25";

    public static readonly Principal Analyst = new("client:a", OpenTrading.Sdk.Capabilities.Role.Analyst);

    private readonly JobTable _jobs = new(TimeProvider.System, 2);
    private readonly List<IAsyncDisposable> _open = [];

    public McpBench(bool dataOnly = true, params string[] toolsets)
    {
        Dispatcher = new CapabilityDispatcher(
            new CapabilityCatalog(), new AccessPolicy(new AccessMode(dataOnly), _ => false), new MemoryJournal(), TimeProvider.System, new CallLimits(), _jobs);
        Dispatcher.Catalog.Add(CapabilityDescriptor.Of(Tools, "sample"));
        var plugin = new Plugin(new PluginFile("sample", PluginKind.Assembly, "sample.dll", IsShipped: false)) { State = PluginState.Loaded, Offers = Offers };
        Face = new McpFace(Dispatcher, () => new PluginCatalog([plugin]), new Completions(_ => ValueTask.FromResult<IEnumerable<string>>(["EURUSD", "EURJPY", "USDJPY"]), _ => ValueTask.FromResult<IEnumerable<string>>(["sma-rsi"])), new McpOptions { Toolsets = toolsets.Length > 0 ? toolsets : [ToolsetFilter.All] });
    }

    public SampleTools Tools { get; } = new();

    public PluginOffers Offers { get; } = new();

    public CapabilityDispatcher Dispatcher { get; }

    public McpFace Face { get; }

    /// <summary>A client of the face.</summary>
    public async Task<McpClient> ConnectAsync(Principal? caller = null, string? toolsets = null, string? version = Older)
    {
        var up = new Pipe();
        var down = new Pipe();
        McpServer server = McpServer.Create(
            new StreamServerTransport(up.Reader.AsStream(), down.Writer.AsStream()), Face.OptionsFor(Face.Admit(caller ?? Analyst, toolsets)));
        _ = server.RunAsync();
        IDisposable following = Face.Changes.Follow(server);
        McpClient client = await McpClient.CreateAsync(
            new StreamClientTransport(up.Writer.AsStream(), down.Reader.AsStream()), new McpClientOptions { ProtocolVersion = version });
        _open.AddRange([client, server, new Ending(following)]);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable open in _open)
        {
            await open.DisposeAsync();
        }

        _jobs.Dispose();
    }

    private sealed class Ending(IDisposable what) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            what.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
