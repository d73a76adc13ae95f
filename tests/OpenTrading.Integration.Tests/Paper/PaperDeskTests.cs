using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Paper;

/// <summary>What is at risk on paper, what came of it, and a new beginning: over REST, then over MCP, each answer checked against another.</summary>
public sealed class PaperDeskTests(PaperHost host) : IClassFixture<PaperHost>
{
    [Fact]
    public async Task Day_OverRestAndMcp_IsMeasuredEvaluatedAndBegunAnew()
    {
        decimal bid = await BidAsync();
        await using McpClient client = await ConnectAsync();
        foreach (JsonElement risk in (JsonElement[])[(await host.PostAsync("/risk/var", """{"method":"parametric"}""")).Answer, await CallAsync(client, "get_var", """{"method":"parametric"}""")])
        {
            Assert.Equal((0m, 0m, 0, 6, "USD"), (Number(risk, "var"), Number(risk, "expectedShortfall"), risk.GetProperty("observations").GetInt32(), risk.GetProperty("stress").GetArrayLength(), Text(risk, "currency")));
        }

        string order = string.Create(CultureInfo.InvariantCulture, $$"""{"symbol":"TREND1","side":"buy","lots":0.1,"stopLoss":{{Math.Round(bid * 0.97m, 5)}},"strategyId":"volatility-breakout"}""");
        Assert.Equal(200, (await host.PostAsync("/orders/paper", order, host.Token)).Status);
        await RowAsync("/paper/positions", "positions", _ => true);

        foreach (JsonElement status in (JsonElement[])[(await host.GetAsync("/risk/prop-firm?profile=ftmo-2step")).Answer, await CallAsync(client, "get_prop_firm_status", """{"profile":"ftmo-2step"}""")])
        {
            Assert.Equal((5m, 10m, 1, false), (Number(status, "dailyLossLimitPct"), Number(status, "drawdownLimitPct"), status.GetProperty("tradingDays").GetInt32(), status.GetProperty("breached").GetBoolean()));
            Assert.InRange(Number(status, "headroomMoney"), 4_000, 6_000);
        }

        foreach (JsonElement cycle in (JsonElement[])[(await host.PostAsync("/paper/cycle", """{"symbols":["TREND1"],"timeframe":"M1"}""", host.Token)).Answer, await CallAsync(client, "paper_run_cycle", """{"symbols":["TREND1"],"timeframe":"M1"}""")])
        {
            Assert.Equal("TREND1", Text(Assert.Single(cycle.GetProperty("signals").EnumerateArray()), "symbol"));
        }

        Assert.Equal("STATE_CONFLICT", RestHost.Code((await host.PostAsync("/paper/reset", """{"reason":"too early"}""", host.Token)).Answer));
        Assert.Equal(200, (await host.PostAsync("/paper/positions/all/close", "{}", host.Token)).Status);
        JsonElement trade = await RowAsync("/paper/trades", "trades", t => Text(t, "strategyId") == "volatility-breakout");

        string runId = Text(await host.JobAsync("/backtest/run", """{"symbol":"EURUSD","strategyId":"volatility-breakout","from":"2018-06-01T00:00:00Z"}"""), "runId");
        double[] backtested = [.. (await host.GetAsync($"/backtest/{runId}/trades?limit=1000")).Answer.GetProperty("trades").EnumerateArray().Select(t => t.GetProperty("r").GetDouble())];
        foreach (JsonElement report in (JsonElement[])[(await host.GetAsync("/paper/edge?strategyId=volatility-breakout")).Answer, await CallAsync(client, "paper_edge_report", """{"strategyId":"volatility-breakout"}""")])
        {
            Assert.Equal((1, Math.Round(Number(trade, "r"), 3), false), (report.GetProperty("n").GetInt32(), Number(report, "avgR"), report.GetProperty("edgeProven").GetBoolean()));
            Assert.Equal((double)Number(trade, "r") - backtested.Average(), report.GetProperty("vsBacktest").GetProperty("delta").GetDouble(), 0.002);
        }

        // A day of this market lasts two minutes: the trade's own is asked about.
        string date = Text(trade, "closedAt")[..10];
        foreach (JsonElement day in (JsonElement[])[(await host.GetAsync($"/paper/evaluation?date={date}")).Answer, await CallAsync(client, "paper_daily_evaluation", $$"""{"date":"{{date}}"}""")])
        {
            Assert.Equal((1, Number(trade, "pnl"), 0m), (day.GetProperty("trades").GetInt32(), Number(day, "pnl"), Number(day, "openRiskPct")));
            Assert.Equal(Text(trade, "tradeId"), Text(day.GetProperty("best"), "tradeId"));
        }

        JsonElement first = await CallAsync(client, "paper_reset", """{"capital":25000,"reason":"a new month","idempotencyKey":"month"}""");
        JsonElement again = await CallAsync(client, "paper_reset", """{"capital":25000,"reason":"a new month","idempotencyKey":"month"}""");
        Assert.Equal((Text(first, "bookId"), true), (Text(again, "bookId"), again.GetProperty("replayed").GetBoolean()));
        JsonElement second = (await host.PostAsync("/paper/reset", """{"capital":30000,"reason":"over REST"}""", host.Token)).Answer;
        JsonElement account = (await host.GetAsync("/paper/account")).Answer;
        Assert.Equal((Text(first, "bookId"), Text(account, "bookId"), 30_000m), (Text(second, "archivedBookId"), Text(second, "bookId"), Number(account, "balance")));
    }

    private Task<McpClient> ConnectAsync() => McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
    {
        Endpoint = new Uri(host.Mcp, "/mcp"),
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Token}" },
    }));

    private async Task<decimal> BidAsync()
    {
        await RetryAsync(async () => (await host.PostAsync("/risk/check", """{"symbol":"TREND1","side":"buy","lots":0.1}""")).Status == 200 ? "" : null);
        return Number((await host.GetAsync("/market/quote/TREND1")).Answer, "bid");
    }

    private async Task<JsonElement> RowAsync(string path, string list, Func<JsonElement, bool> isIt) => JsonElement.Parse(await RetryAsync(async () =>
        (await host.GetAsync(path)).Answer.GetProperty(list).EnumerateArray().Where(isIt).Select(r => r.GetRawText()).FirstOrDefault()));

    // Bars close by the clock of the market: whatever hangs on one is there a moment later, however busy the machine is.
    private static async Task<string> RetryAsync(Func<Task<string?>> look)
    {
        for (int i = 0; i < 600; i++)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("It did not come within a minute.");
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string name, string arguments)
    {
        CallToolResult result = await client.CallToolAsync(name, JsonElement.Parse(arguments).EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value));
        Assert.True(result.IsError != true, result.StructuredContent?.GetRawText());
        return result.StructuredContent!.Value;
    }

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement text) ? text.GetString()! : "";

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
