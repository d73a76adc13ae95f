using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>Signals as an AI client asks for them.</summary>
public sealed class McpSignalTests(McpHost host) : IClassFixture<McpHost>
{
    [Fact]
    public async Task Signals_OverMcp_AreMadeListedAndExplained()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", null);

        JsonElement signal = await client.AskAsync("generate_signal", """{"symbol":"EURUSD","strategyId":"macd-momentum"}""");
        JsonElement ensemble = await client.AskAsync("generate_ensemble_signal", """{"symbol":"EURUSD"}""");
        JsonElement explained = await client.AskAsync("explain_signal", $$"""{"signalId":"{{signal.GetProperty("signalId").GetString()}}"}""");
        JsonElement list = await client.AskAsync("list_signals", "{}");
        JsonElement strategies = await client.AskAsync("list_strategies", """{"strategyId":"macd-momentum"}""");
        CallToolResult judged = await client.CallToolAsync("evaluate_signals", new Dictionary<string, object?>());

        Assert.Equal("macd-momentum", list.GetProperty("signals")[1].GetProperty("strategyId").GetString());
        Assert.Equal("ensemble:weighted", list.GetProperty("signals")[0].GetProperty("strategyId").GetString());
        Assert.Equal(["sma-rsi-baseline", "volatility-breakout"], ensemble.GetProperty("votes").EnumerateArray().Select(v => v.GetProperty("strategyId").GetString()));
        Assert.InRange(explained.GetProperty("rules").GetArrayLength(), 2, 4);
        Assert.Equal([12, 26, 9, 100], strategies.GetProperty("detail").GetProperty("parameters").EnumerateArray().Take(4).Select(p => p.GetProperty("default").GetInt32()));
        Assert.Contains("INSUFFICIENT_HISTORY", JsonSerializer.Serialize(judged.Content), StringComparison.Ordinal);
    }
}
