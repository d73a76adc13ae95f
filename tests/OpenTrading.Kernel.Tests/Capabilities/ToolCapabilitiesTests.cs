using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

public sealed class ToolCapabilitiesTests : IDisposable
{
    private readonly CapabilityBench _bench = Bench("all");

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("echo", "echo", 100)]
    [InlineData("what is gives back", "echo", 38)]
    [InlineData("jobs progress", "get_jobs", 72)]
    [InlineData("computes", "compute", 71)]
    public async Task FindTools_ByWords_BestFirstWithItsScore(string query, string best, int score)
    {
        JsonElement found = await _bench.Call("find_tools", $$"""{"query":"{{query}}"}""");

        Assert.Equal((best, score), (found.Items("tools")[0].Text("name"), found.Items("tools")[0].GetProperty("score").GetInt32()));
    }

    [Fact]
    public async Task FindTools_NothingMatches_SaysSoAndListsToolsets()
    {
        JsonElement found = await _bench.Call("find_tools", """{"query":"zebra"}""");

        Assert.Equal("No tool matches 'zebra'; try other words or a toolset.", found.Text("summary"));
        Assert.Equal(["system", "test"], found.Each("toolsets", "name"));
    }

    [Fact]
    public async Task FindTools_OneToolset_AllOfItAndWhetherTheCallerMay()
    {
        JsonElement found = await _bench.Call("find_tools", """{"toolset":"test","limit":50}""", surface: Surface.Mcp);

        Assert.Equal(
            ["change True", "compute True", "echo True", "fail True", "refuse True", "stop True", "operate False", "propose False"],
            found.Items("tools").Select(t => $"{t.Text("name")} {t.GetProperty("visible").GetBoolean()}"));
        Assert.Equal(["5", "6"], found.Each("toolsets", "visibleTools"));
    }

    [Fact]
    public async Task FindTools_Limit_CutsTheListAndSaysHowManyThereAre()
    {
        JsonElement found = await _bench.Call("find_tools", """{"toolset":"test","limit":2}""");

        Assert.Equal(2, found.Items("tools").Count);
        Assert.StartsWith("8 tools in test: change, compute", found.Text("summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindTools_ToolsetTheOwnerDoesNotShow_IsNotEnabledOverMcp()
    {
        using CapabilityBench bench = Bench("market", "system");

        JsonElement found = await bench.Call("find_tools", """{"query":"echo"}""", surface: Surface.Mcp);

        Assert.False(found.Items("tools")[0].GetProperty("visible").GetBoolean());
        Assert.Equal(["True", "False"], found.Each("toolsets", "enabled"));
        Assert.Equal("The owner does not show toolset test to AI clients (mcp.toolsets).", (await bench.Call("describe_tool", """{"name":"echo"}""", surface: Surface.Mcp)).Text("hiddenReason"));
    }

    [Theory]
    [InlineData("""{"toolset":"tset"}""", "VALIDATION_ERROR", "Toolset 'tset' is unknown")]
    [InlineData("""{"limit":0}""", "VALIDATION_ERROR", "limit: Number must be greater than or equal to 1")]
    [InlineData("""{"limit":1000000000}""", "VALIDATION_ERROR", "limit: Number must be less than or equal to 50")]
    public async Task FindTools_WrongInput_IsRefused(string arguments, string code, string message) =>
        Assert.Equal((code, message), await _bench.Refused("find_tools", arguments));

    [Fact]
    public async Task DescribeTool_OfAReadingOne_TellsAllOfIt()
    {
        JsonElement tool = await _bench.Call("describe_tool", """{"name":"echo"}""");

        Assert.Equal(("echo", "test", "read", "analyst", "POST /test/echo/{text}"), (tool.Text("name"), tool.Text("toolset"), tool.Text("effect"), tool.Text("role"), tool.Text("route")));
        Assert.Equal(_bench.Dispatcher.Catalog.Find("echo")!.InputSchema.ToJsonString(), tool.GetProperty("inputSchema").GetRawText());
        Assert.Equal("string", tool.GetProperty("outputSchema").GetProperty("properties").GetProperty("summary").GetProperty("type").GetString());
        Assert.Equal("""{"text":"<text>"}""", tool.GetProperty("example").GetRawText());
        Assert.True(tool.GetProperty("visible").GetBoolean());
        Assert.False(tool.Has("hiddenReason"));
    }

    [Fact]
    public async Task DescribeTool_OfAJob_ShowsTheEnvelopeAroundItsResult()
    {
        JsonElement properties = (await _bench.Call("describe_tool", """{"name":"compute"}""")).GetProperty("outputSchema").GetProperty("properties");

        Assert.True(properties.Has("jobId"));
        Assert.True(properties.GetProperty("result").GetProperty("properties").Has("summary"));
    }

    [Fact]
    public async Task DescribeTool_OfAnInlineComputation_ShowsItsOwnResult() =>
        Assert.False((await _bench.Call("describe_tool", """{"name":"cancel_job"}""")).GetProperty("outputSchema").GetProperty("properties").Has("jobId"));

    [Fact]
    public async Task DescribeTool_Hidden_SaysWhy() => Assert.Equal(
        "operate is not permitted to an analyst over MCP. An operator does this over REST or the command line.",
        (await _bench.Call("describe_tool", """{"name":"operate"}""", surface: Surface.Mcp)).Text("hiddenReason"));

    [Fact]
    public async Task DescribeTool_Errors_AreItsOwn() =>
        Assert.Equal("""["JOB_NOT_FOUND","STATE_CONFLICT"]""", (await _bench.Call("describe_tool", """{"name":"cancel_job"}""")).GetProperty("errors").GetRawText());

    [Fact]
    public async Task DescribeTool_Unknown_NamesTheNearest()
    {
        JsonElement error = (await _bench.Call("describe_tool", """{"name":"ecko"}""")).GetProperty("error");

        Assert.Equal(("NOT_FOUND", "Did you mean echo?"), (error.Text("code"), error.Text("remedy")));
    }

    private static CapabilityBench Bench(params string[] toolsets) => new(bench =>
    [
        new SampleCapabilities(),
        new ToolCapabilities(bench.Dispatcher, toolsets, TimeProvider.System),
        new JobCapabilities(bench.Jobs, new Paging(TimeProvider.System), TimeProvider.System),
    ]);
}
