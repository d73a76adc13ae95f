using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>The backtest toolset as an AI client calls it, held against the command over the same bars.</summary>
public sealed class McpBacktestTests(McpHost host) : IClassFixture<McpHost>
{
    private const string Run = """{"symbol":"EURUSD","strategyId":"sma-cross","parameters":{"fast":3,"slow":8},"costs":{"size":"units:10000","spread":"0","commission":"notional:0.00007"}}""";

    [Fact]
    public async Task Run_OverMcp_IsTheRunOfTheCommand()
    {
        JsonElement report = (await host.Workspace.RunAsync(
            "backtest", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "sma-cross", "--set", "fast=3", "--set", "slow=8", "--cash", "10000", "--size", "units:10000",
            "--spread", "0", "--commission", "notional:0.00007", "--risk", "off", "--json")).RequireSuccess().Json.GetProperty("report");
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", null);

        JsonElement run = await client.JobAsync("run_backtest", Run);
        string id = run.GetProperty("runId").GetString()!;
        JsonElement full = await client.AskAsync("get_backtest_report", $$"""{"runId":"{{id}}"}""");
        JsonElement trades = await client.AskAsync("get_backtest_trades", $$"""{"runId":"{{id}}","limit":3}""");
        JsonElement equity = await client.AskAsync("get_backtest_equity", $$"""{"runId":"{{id}}"}""");
        JsonElement list = await client.AskAsync("list_backtests", "{}");

        JsonElement summary = report.GetProperty("summary");
        Assert.True(run.GetProperty("trades").GetInt32() > 10);
        Assert.Equal(summary.GetProperty("closedTrades").GetInt32(), run.GetProperty("trades").GetInt32());
        Assert.Equal(report.GetProperty("orderListHash").GetString(), full.GetProperty("orderListHash").GetString());
        Assert.Equal(summary.GetProperty("closedTrades").GetInt32(), trades.GetProperty("total").GetInt32());
        Assert.Equal(summary.GetProperty("finalEquity").GetDouble(), equity.GetProperty("rows").EnumerateArray().Last()[1].GetDouble(), 0.005);
        Assert.Contains(list.GetProperty("runs").EnumerateArray(), r => r.GetProperty("runId").GetString() == id);
    }

    [Fact]
    public async Task Run_UnderAProfile_KeepsItsName()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", null);

        JsonElement run = await client.JobAsync("run_backtest", Run.Replace("\"spread\":\"0\"", "\"risk\":\"PROP-trailing\"", StringComparison.Ordinal));

        string report = await File.ReadAllTextAsync(host.Workspace.InHome("reports", "backtests", run.GetProperty("runId").GetString()!, "report.json"));
        Assert.Equal("prop-trailing", JsonDocument.Parse(report).RootElement.GetProperty("config").GetProperty("risk").GetString());
    }

    [Fact]
    public async Task Chart_OverMcp_IsAnImageThatCanBeReadAgain()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", null);
        string id = (await client.JobAsync("run_backtest", Run)).GetProperty("runId").GetString()!;

        foreach (string kind in (string[])["equity", "drawdown", "monthly", "distribution"])
        {
            CallToolResult chart = await client.CallAsync("render_backtest_chart", $$"""{"runId":"{{id}}","kind":"{{kind}}"}""");

            byte[] picture = Assert.Single(chart.Content.OfType<ImageContentBlock>()).DecodedData.ToArray();
            Assert.Contains("sma-cross", XElement.Parse(Encoding.UTF8.GetString(picture)).Value, StringComparison.Ordinal);
            ReadResourceResult again = await client.ReadResourceAsync(chart.StructuredContent!.Value.GetProperty("uri").GetString()!);
            Assert.Equal(picture, Assert.IsType<BlobResourceContents>(Assert.Single(again.Contents)).DecodedData.ToArray());
        }
    }

    [Fact]
    public async Task Doubts_OverMcp_AreAnswered()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", null);
        JsonElement run = await client.JobAsync("run_backtest", Run);
        string id = run.GetProperty("runId").GetString()!;
        string other = (await client.JobAsync("run_backtest", Run.Replace("\"slow\":8", "\"slow\":13", StringComparison.Ordinal))).GetProperty("runId").GetString()!;

        JsonElement compared = await client.AskAsync("compare_backtests", $$"""{"runIds":["{{id}}","{{other}}"]}""");
        JsonElement shuffled = await client.JobAsync("run_monte_carlo", $$"""{"runId":"{{id}}","method":"shuffle","runs":200}""");
        JsonElement costs = await client.JobAsync("analyze_cost_sensitivity", $$"""{"runId":"{{id}}","multipliers":[0,1]}""");
        JsonElement looked = await client.JobAsync("check_lookahead", """{"symbol":"EURUSD","strategyId":"sma-cross","cuts":3}""");
        JsonElement sweep = await client.JobAsync("run_parameter_sweep", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":[3,5],"slow":[8,13]},"metric":"netProfit"}""");
        JsonElement judged = await client.JobAsync("check_overfit", $$"""{"sweepId":{{sweep.GetProperty("sweepId").GetRawText()}},"splits":4}""");
        JsonElement walked = await client.JobAsync("run_walk_forward", """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":[3,5],"slow":[8,13]},"folds":2}""");

        double net = run.GetProperty("netProfit").GetDouble();
        Assert.Contains(compared.GetProperty("differences").EnumerateArray(), d => d.GetProperty("setting").GetString()!.EndsWith(".slow", StringComparison.Ordinal));
        Assert.Equal(run.GetProperty("returnPct").GetDouble(), shuffled.GetProperty("returnPct").GetProperty("p50").GetDouble(), 0.1);
        double[] profits = [.. costs.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("netProfit").GetDouble())];
        Assert.Equal(net, profits[1], 0.005);
        Assert.Equal(run.GetProperty("costs").GetProperty("commission").GetDouble(), profits[1] - profits[0], 0.005);
        Assert.False(looked.GetProperty("leaked").GetBoolean());
        Assert.Equal(4, sweep.GetProperty("tried").GetInt32());
        Assert.Equal(4, judged.GetProperty("trials").GetInt64());
        Assert.Equal(2, walked.GetProperty("folds").GetArrayLength());
    }
}
