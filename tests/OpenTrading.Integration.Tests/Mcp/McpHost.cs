using System.Net.Http.Headers;
using ModelContextProtocol.Client;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>A host with a few bars of EURUSD that serves MCP on a port of its own, for all tests of a class.</summary>
public sealed class McpHost : IAsyncLifetime
{
    internal const string Greeting = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    private RunningHost? _host;

    internal Workspace Workspace { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    public async Task InitializeAsync()
    {
        (await Workspace.ImportAsync(Workspace.Write("bars.csv", BarFile.Waves(300)))).RequireSuccess();
        _host = Workspace.Start();
        string line = await _host.LineWithAsync("mcp       at ");
        Url = new Uri(line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public async Task DisposeAsync()
    {
        (await Workspace.RunAsync("stop")).RequireSuccess();
        Outcome end = await _host!.EndAsync();
        Assert.True(end is { ExitCode: 0, Error: "" }, end.ToString());
        _host.Dispose();
        Workspace.Dispose();
    }

    /// <summary>A client over HTTP.</summary>
    internal Task<McpClient> ConnectAsync(HttpTransportMode mode, string path, string? version) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(Url, path), TransportMode = mode }), new McpClientOptions { ProtocolVersion = version });

    /// <summary>A client of <c>opentrading mcp</c>, which finds this host in its home.</summary>
    internal Task<McpClient> ConnectAsync(params string[] arguments) => ConnectAsync(Workspace, arguments);

    /// <summary>A client of <c>opentrading mcp</c> in a workspace.</summary>
    internal static Task<McpClient> ConnectAsync(Workspace workspace, params string[] arguments) => McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Command = HostProgram.File,
        Arguments = ["--home", "home", "mcp", .. arguments],
        WorkingDirectory = workspace.Folder,
        EnvironmentVariables = workspace.Variables.ToDictionary(v => v.Key, v => (string?)v.Value),
    }));

    /// <summary>Posts a body as an MCP client would.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, "/mcp")) { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>Opens a session.</summary>
    internal async Task<string> OpenAsync()
    {
        using HttpResponseMessage response = await PostAsync(Greeting);
        return Assert.Single(response.Headers.GetValues("Mcp-Session-Id"));
    }

    internal static HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };
}
