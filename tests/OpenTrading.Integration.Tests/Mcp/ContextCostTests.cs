using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>What tools and results cost an AI client of its context. A token is four characters here.</summary>
#pragma warning disable CA1001 // The runner disposes of a class of tests by its own interface.
public sealed class ContextCostTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const int CharactersPerToken = 4;
    private const int MostOfAList = 15_000;
    private const int MostOfAResult = 8_000;
    private const int UsualDescription = 70;

    private readonly Workspace _workspace = new();
    private RunningHost? _host;
    private Uri _url = new("http://127.0.0.1/");
    private string _token = "";

    // Live mode shows the most tools, to a client that has a token; and years of prices give the longest results.
    public async Task InitializeAsync()
    {
        _workspace.Variables["OPENTRADING__MCP__DATA_ONLY"] = "false";
        _workspace.Variables["OPENTRADING__MCP__ENABLE_LIVE_TOOLS"] = "true";
        string recorded = ReferenceFiles.MarketData("EURUSD_H1.csv");
        (await _workspace.ImportAsync(File.Exists(recorded) ? recorded : _workspace.Write("bars.csv", BarFile.Waves(5000)))).RequireSuccess();
        _workspace.Write("passphrase", "correct horse battery staple\n");
        (await _workspace.RunAsync("operator", "init", "--passphrase-file", "passphrase")).RequireSuccess();
        _token = (await _workspace.RunAsync("token", "new", "--name", "desk", "--by-passphrase-file", "passphrase", "--json")).Json.GetProperty("token").GetString()!;
        _host = _workspace.Start();
        _url = new Uri((await _host.LineWithAsync("mcp       at ")).Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal)));
    }

    public async Task DisposeAsync()
    {
        (await _workspace.RunAsync("stop")).RequireSuccess();
        _host?.Dispose();
        _workspace.Dispose();
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task List_OfLiveMode_IsShort(string version)
    {
        await using McpClient client = await ConnectAsync(version);

        JsonRpcResponse list = await client.SendRequestAsync(new JsonRpcRequest { Method = RequestMethods.ToolsList });

        Assert.InRange(list.Result!.ToJsonString(McpJsonUtilities.DefaultOptions).Length / CharactersPerToken, 1, MostOfAList);
        JsonArray tools = list.Result["tools"]!.AsArray();
        string[] names = [.. tools.Select(t => t!["name"]!.GetValue<string>())];
        Assert.Contains("paper_place_order", names);
        Assert.Contains("request_live_order", names);
        Assert.InRange(tools.Average(t => t!["description"]!.GetValue<string>().Length), 1, UsualDescription);
    }

    [Fact]
    public async Task Call_OfEveryReadingToolWithItsExample_IsShort()
    {
        await using McpClient client = await ConnectAsync("2025-11-25");
        List<string> tooLong = [];
        int answered = 0;
        foreach (McpClientTool tool in await client.ListToolsAsync())
        {
            JsonElement described = (await client.CallToolAsync("describe_tool", new Dictionary<string, object?> { ["name"] = tool.Name })).StructuredContent!.Value;
            if (described.GetProperty("effect").GetString() is not ("read" or "compute"))
            {
                continue;
            }

            Dictionary<string, object?> example = described.GetProperty("example").EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value);
            CallToolResult result = await client.CallToolAsync(tool.Name, example);
            answered += result.IsError == true ? 0 : 1;
            if (Assert.IsType<TextContentBlock>(result.Content[0]).Text.Length / CharactersPerToken is > MostOfAResult and int tokens)
            {
                tooLong.Add($"{tool.Name}: {tokens}");
            }
        }

        Assert.Empty(tooLong);
        Assert.True(answered > 20, $"only {answered} examples were answered");
    }

    private Task<McpClient> ConnectAsync(string version) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(_url, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {_token}" } }),
        new McpClientOptions { ProtocolVersion = version });
}
