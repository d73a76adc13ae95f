using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>Capabilities as tools, seen by a real client.</summary>
public sealed class ToolTests : IAsyncDisposable
{
    private readonly McpBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(McpBench.Older)]
    [InlineData("2026-07-28")]
    public async Task List_DataOnly_ShowsWhatMayBeCalledInStableOrder(string version)
    {
        McpClient client = await _bench.ConnectAsync(version: version);

        IList<McpClientTool> tools = await client.ListToolsAsync();

        Assert.Equal(["compute", "fail", "get_quote", "stop_trading"], tools.Select(t => t.Name));
    }

    [Fact]
    public async Task List_Annotations_SayWhatDiffersFromTheDefaults()
    {
        await using var bench = new McpBench(dataOnly: false);
        IList<McpClientTool> tools = await (await bench.ConnectAsync()).ListToolsAsync();

        Assert.Equal("""{"idempotentHint":true,"openWorldHint":false,"readOnlyHint":true}""", Annotations("get_quote"));
        Assert.Equal("""{"destructiveHint":false,"openWorldHint":false}""", Annotations("compute"));
        Assert.Equal("""{"destructiveHint":false,"openWorldHint":false}""", Annotations("place_paper"));
        Assert.All(tools, t => Assert.Null(t.ProtocolTool.Title));
        Assert.DoesNotContain(tools, t => t.Name == "release");

        string Annotations(string tool) => JsonSerializer.Serialize(tools.Single(t => t.Name == tool).ProtocolTool.Annotations, McpJsonUtilities.DefaultOptions);
    }

    [Fact]
    public async Task Call_Result_IsTheRecordAndItsSummary()
    {
        CallToolResult result = await (await _bench.ConnectAsync()).CallToolAsync("get_quote", Arguments("symbol", "EURUSD"));

        Assert.Equal("""{"summary":"EURUSD 1.1","value":1.1}""", result.StructuredContent!.Value.GetRawText());
        Assert.Equal("EURUSD 1.1\n{\"summary\":\"EURUSD 1.1\",\"value\":1.1}", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Null(result.IsError);
    }

    [Fact]
    public async Task Call_Refusal_CarriesCodeAndRemedy()
    {
        CallToolResult result = await (await _bench.ConnectAsync()).CallToolAsync("get_quote", Arguments("symbol", "EURUSX"));

        Assert.True(result.IsError);
        Assert.Equal("SYMBOL_UNKNOWN", Error(result).GetProperty("code").GetString());
        Assert.Equal("Search with search_symbols.", Error(result).GetProperty("remedy").GetString());
    }

    [Theory]
    [InlineData("place_paper")]
    [InlineData("release")]
    public async Task Call_HiddenTool_IsNotPermitted(string tool)
    {
        CallToolResult result = await (await _bench.ConnectAsync(new Principal("operator:o", OpenTrading.Sdk.Capabilities.Role.Operator))).CallToolAsync(tool, Arguments("what", "x"));

        Assert.Equal("NOT_PERMITTED", Error(result).GetProperty("code").GetString());
        Assert.Equal(0, _bench.Tools.Changes);
    }

    [Fact]
    public async Task Call_UnknownTool_IsAnErrorOfTheProtocolWithTheNearestName()
    {
        McpClient client = await _bench.ConnectAsync();

        McpProtocolException e = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("get_qoute"));

        Assert.Equal(McpErrorCode.InvalidParams, e.ErrorCode);
        Assert.Contains("Did you mean get_quote?", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CodeThatThrows_TellsNothingOfIt()
    {
        CallToolResult result = await (await _bench.ConnectAsync()).CallToolAsync("fail");

        Assert.Equal("PLUGIN_ERROR", Error(result).GetProperty("code").GetString());
        Assert.DoesNotContain("hunter2", JsonSerializer.Serialize(result, McpJsonUtilities.DefaultOptions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_SameIdempotencyKeyInMetadata_HasItsEffectOnce()
    {
        await using var bench = new McpBench(dataOnly: false);
        McpClient client = await bench.ConnectAsync();
        var options = new RequestOptions { Meta = new JsonObject { ["opentrading/idempotencyKey"] = "k1" } };

        await client.CallToolAsync("place_paper", Arguments("what", "x"), options: options);
        CallToolResult again = await client.CallToolAsync("place_paper", Arguments("what", "x"), options: options);

        Assert.Equal(1, bench.Tools.Changes);
        Assert.True(again.StructuredContent!.Value.GetProperty("replayed").GetBoolean());
    }

    [Fact]
    public async Task Call_Computation_TellsEachRiseOnce()
    {
        McpClient client = await _bench.ConnectAsync();
        var told = Channel.CreateUnbounded<double>();
        await using IAsyncDisposable listening = client.RegisterNotificationHandler(
            NotificationMethods.ProgressNotification, (n, cancellationToken) => told.Writer.WriteAsync(n.Params!["progress"]!.GetValue<double>(), cancellationToken));

        CallToolResult result = await client.CallToolAsync("compute", Arguments("wait", "false"), new Deaf());

        // The client reads each message on a thread of its own, so they may overtake one another there.
        double[] heard = [await told.Reader.ReadAsync(), await told.Reader.ReadAsync(), await told.Reader.ReadAsync()];
        Assert.Equal([10, 55, 90], heard.Order());
        Assert.Equal("succeeded", result.StructuredContent!.Value.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Call_Cancelled_EndsTheComputation()
    {
        McpClient client = await _bench.ConnectAsync();
        var request = new JsonRpcRequest
        {
            Id = new RequestId("c1"),
            Method = RequestMethods.ToolsCall,
            Params = new JsonObject { ["name"] = "compute", ["arguments"] = new JsonObject { ["wait"] = true } },
        };
        Task call = client.SendRequestAsync(request);
        await _bench.Tools.Begun;

        await client.SendNotificationAsync(NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = request.Id });

        await _bench.Tools.Cancelled.WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task List_CatalogChanges_OlderClientsAreTold()
    {
        McpClient client = await _bench.ConnectAsync();
        var told = new TaskCompletionSource();
        await using IAsyncDisposable listening = client.RegisterNotificationHandler(NotificationMethods.ToolListChangedNotification, (_, _) =>
        {
            told.TrySetResult();
            return ValueTask.CompletedTask;
        });

        _bench.Dispatcher.Catalog.Remove("sample");
        await _bench.Face.Changes.ListChangedAsync(NotificationMethods.ToolListChangedNotification);

        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(await client.ListToolsAsync());
    }

    internal static JsonElement Error(CallToolResult result) => result.StructuredContent!.Value.GetProperty("error");

    private static Dictionary<string, object?> Arguments(string name, string value) => new() { [name] = value };

    // Asks for progress; what comes is taken from the notifications themselves.
    private sealed class Deaf : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value)
        {
        }
    }
}
