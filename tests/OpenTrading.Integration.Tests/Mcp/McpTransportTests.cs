using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>The same desk over every transport and revision, as real clients meet it.</summary>
public sealed class McpTransportTests(McpHost host) : IClassFixture<McpHost>
{
    [Theory]
    [InlineData(HttpTransportMode.StreamableHttp, "/mcp", "2025-11-25")]
    [InlineData(HttpTransportMode.StreamableHttp, "/mcp", "2026-07-28")]
    [InlineData(HttpTransportMode.Sse, "/sse", "2024-11-05")]
    public async Task Call_OverHttp_GivesTheImportedBars(HttpTransportMode mode, string path, string version)
    {
        await using McpClient client = await host.ConnectAsync(mode, path, version);

        await AssertBarsAsync(client);
        Assert.Equal(version, client.NegotiatedProtocolVersion);
    }

    [Fact]
    public async Task Call_OverStdioBesideAHost_GoesToThatHost()
    {
        await using McpClient client = await host.ConnectAsync();

        await AssertBarsAsync(client);

        // A call that changes nothing is in the journal a moment after its answer.
        string calls = "";
        for (int i = 0; i < 20 && !calls.Contains("client:stdio", StringComparison.Ordinal); i++)
        {
            calls = (await host.Workspace.RunAsync("audit", "show", "--type", "capability.called", "--json")).RequireSuccess().Output;
        }

        Assert.Contains("client:stdio", calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_OverStdioAlone_OpensTheHomeItself()
    {
        using var workspace = new Workspace();
        await using McpClient alone = await McpHost.ConnectAsync(workspace);

        CallToolResult quote = await alone.CallToolAsync("get_quote", new Dictionary<string, object?> { ["symbol"] = "TREND1" });
        JsonElement byCommand = (await workspace.RunAsync("call", "get_quote", "--symbol", "TREND1", "--json")).Json;

        Assert.Equal("synthetic", quote.StructuredContent!.Value.GetProperty("source").GetString());
        Assert.Equal("synthetic", byCommand.GetProperty("source").GetString());
    }

    [Fact]
    public async Task Call_OverStdioOfTwoClientsAtOnce_ReachesOneHost()
    {
        using var workspace = new Workspace();
        McpClient[] clients = await Task.WhenAll(McpHost.ConnectAsync(workspace), McpHost.ConnectAsync(workspace));

        CallToolResult[] quotes = await Task.WhenAll(clients.Select(c => c.CallToolAsync("get_quote", new Dictionary<string, object?> { ["symbol"] = "TREND1" }).AsTask()));

        Assert.All(quotes, q => Assert.Equal("synthetic", q.StructuredContent!.Value.GetProperty("source").GetString()));
        await clients[0].DisposeAsync();
        await clients[1].DisposeAsync();
    }

    [Fact]
    public async Task List_ToolsetsInTheUrl_AreAppliedAndAnUnknownOneIsNamed()
    {
        await using McpClient client = await host.ConnectAsync("--toolsets", "market");
        using HttpResponseMessage refused = await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        using HttpResponseMessage unknown = await McpHost.Http.GetAsync(new Uri(host.Url, "/mcp?toolsets=markte"));

        Assert.Contains(await client.ListToolsAsync(), t => t.Name == "get_quote");
        Assert.Equal(400, (int)unknown.StatusCode);
        Assert.Contains("did you mean market?", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(400, (int)refused.StatusCode);
    }

    [Fact]
    public async Task List_AllTools_IsShort()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", "2025-11-25");

        IList<McpClientTool> tools = await client.ListToolsAsync();
        int characters = tools.Sum(t => JsonSerializer.Serialize(t.ProtocolTool, ModelContextProtocol.McpJsonUtilities.DefaultOptions).Length + 1);

        Assert.InRange(characters / 4, 1, 15_000);
    }

    [Fact]
    public async Task Run_PortTaken_SaysSoAndGoesOn()
    {
        using var workspace = new Workspace();
        workspace.Variables["OPENTRADING__MCP__LISTEN"] = $"127.0.0.1:{host.Url.Port}";
        using Program.RunningHost second = workspace.Start();

        string line = await second.LineWithAsync("is taken");
        await second.LineWithAsync("| flat");

        Assert.Contains($"mcp.listen: 127.0.0.1:{host.Url.Port} is taken by another program; MCP over HTTP is off.", line, StringComparison.Ordinal);
        (await workspace.RunAsync("stop")).RequireSuccess();
        Assert.Equal(0, (await second.EndAsync()).ExitCode);
    }

    private static async Task AssertBarsAsync(McpClient client)
    {
        Assert.Contains(await client.ListToolsAsync(), t => t.Name == "get_market_bars");
        CallToolResult result = await client.CallToolAsync("get_market_bars", new Dictionary<string, object?> { ["symbol"] = "EURUSD", ["timeframe"] = "H1", ["count"] = 2 });
        JsonElement bars = result.StructuredContent!.Value;
        Assert.Equal("file:EURUSD", bars.GetProperty("source").GetString());
        string[] last = BarFile.Waves(300).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(',');
        JsonElement row = bars.GetProperty("rows")[1];
        Assert.Equal(double.Parse(last[4], System.Globalization.CultureInfo.InvariantCulture), row[4].GetDouble());
        Assert.Equal($"{last[0].Replace(' ', 'T')}:00.000Z", row[0].GetString());
    }
}
