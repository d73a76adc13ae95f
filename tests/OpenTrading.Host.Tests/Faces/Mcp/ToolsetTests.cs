using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>Lists that are cut to what a client, or the owner, wants.</summary>
public sealed class ToolsetTests
{
    [Theory]
    [InlineData("market", "fail,get_quote,stop_trading")]
    [InlineData("market, backtest", "compute,fail,get_quote,stop_trading")]
    [InlineData("all", "compute,fail,get_quote,place_paper,stop_trading")]
    [InlineData("", "compute,fail,get_quote,place_paper,stop_trading")]
    [InlineData("read-only", "fail,get_quote")]
    [InlineData("paper,read-only", "")]
    [InlineData("all,read-only", "fail,get_quote")]
    public async Task List_OfToolsets_IsCut(string toolsets, string names)
    {
        await using var bench = new McpBench(dataOnly: false);
        McpClient client = await bench.ConnectAsync(toolsets: toolsets);

        Assert.Equal(names, string.Join(',', (await client.ListToolsAsync()).Select(t => t.Name)));
    }

    [Fact]
    public async Task Call_OutsideTheClientsOwnToolsets_IsAnswered()
    {
        await using var bench = new McpBench();
        McpClient client = await bench.ConnectAsync(toolsets: "backtest");

        CallToolResult result = await client.CallToolAsync("get_quote", new Dictionary<string, object?> { ["symbol"] = "EURUSD" });

        Assert.Null(result.IsError);
    }

    [Fact]
    public async Task Call_OfAChangeWhenReadOnly_IsRefused()
    {
        await using var bench = new McpBench(dataOnly: false);
        McpClient client = await bench.ConnectAsync(toolsets: "all,read-only");

        CallToolResult result = await client.CallToolAsync("place_paper", new Dictionary<string, object?> { ["what"] = "x" });

        Assert.Equal("NOT_PERMITTED", ToolTests.Error(result).GetProperty("code").GetString());
        Assert.Equal(0, bench.Tools.Changes);
    }

    [Fact]
    public async Task Call_OutsideTheOwnersToolsets_IsRefused()
    {
        await using var bench = new McpBench(dataOnly: true, "backtest");
        McpClient client = await bench.ConnectAsync(toolsets: "all");

        CallToolResult result = await client.CallToolAsync("get_quote", new Dictionary<string, object?> { ["symbol"] = "EURUSD" });

        Assert.Equal("NOT_PERMITTED", ToolTests.Error(result).GetProperty("code").GetString());
        Assert.DoesNotContain(await client.ListToolsAsync(), t => t.Name == "get_quote");
    }

    [Fact]
    public async Task Admit_UnknownToolset_NamesTheNearest()
    {
        await using var bench = new McpBench();

        FormatException e = Assert.Throws<FormatException>(() => bench.Face.Admit(McpBench.Analyst, "markte"));

        Assert.Equal("toolset 'markte' is unknown; did you mean market? There are backtest, market, paper, risk, all and read-only.", e.Message);
    }
}
