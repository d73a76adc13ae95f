using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace OpenTrading.Integration.Tests.Paper;

/// <summary>A paper trade from order to result, over REST and over MCP.</summary>
public sealed class PaperTests(PaperHost host) : IClassFixture<PaperHost>
{
    [Fact]
    public async Task Trade_OverRest_IsFilledHeldAndClosedAtTheAccountsPrices()
    {
        decimal bid = await BidAsync();

        (int status, JsonElement placed) = await host.PostAsync("/orders/paper", Order(bid, "rest-1"), host.Token);
        Assert.Equal(200, status);
        (_, JsonElement again) = await host.PostAsync("/orders/paper", Order(bid, "rest-1"), host.Token);
        Assert.Equal((Text(placed, "orderId"), true), (Text(again, "orderId"), again.GetProperty("replayed").GetBoolean()));
        JsonElement order = await RowAsync("/paper/orders?status=filled", "orders", "orderId", Text(placed, "orderId"));
        JsonElement position = await RowAsync("/paper/positions", "positions", "strategyId", "my-idea");
        Assert.Equal(
            (0.1m, order.GetProperty("price").GetDecimal(), Stop(bid)),
            (position.GetProperty("lots").GetDecimal(), position.GetProperty("openPrice").GetDecimal(), position.GetProperty("stopLoss").GetDecimal()));

        string id = Text(position, "positionId");
        (status, _) = await host.PostAsync($"/paper/positions/{id}/close", """{"reason":"enough"}""", host.Token);
        Assert.Equal(200, status);
        JsonElement trade = await RowAsync("/paper/trades?strategyId=my-idea", "trades", "positionId", id);

        decimal moved = trade.GetProperty("exit").GetDecimal() - trade.GetProperty("entry").GetDecimal();
        Assert.Equal(Math.Round(moved * 0.1m * 100_000, 2) + trade.GetProperty("costs").GetDecimal(), trade.GetProperty("pnl").GetDecimal());
        Assert.Equal("close", Text(trade, "exitReason"));
        JsonElement account = (await host.GetAsync("/paper/account")).Answer;
        Assert.Equal(("USD", "synthetic"), (Text(account, "currency"), Text(account, "source")));
        Assert.Equal(account.GetProperty("equity").GetDecimal() - account.GetProperty("balance").GetDecimal(), account.GetProperty("profit").GetDecimal());
    }

    [Fact]
    public async Task Order_OverMcp_IsRefusedWithoutAStopAndPlacedChangedAndCancelledWithOne()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(host.Mcp, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Token}" },
        }));
        decimal bid = await BidAsync();
        decimal low = Math.Round(bid * 0.97m, 5);

        CallToolResult refused = await client.CallToolAsync("paper_place_order", new Dictionary<string, object?> { ["symbol"] = "TREND1", ["side"] = "long", ["lots"] = "0.1" });
        JsonElement error = refused.StructuredContent!.Value.GetProperty("error");
        Assert.Equal((true, "RISK_REJECTED"), (refused.IsError, Text(error, "code")));
        Assert.Contains("sl_required", error.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("path")[0].GetString()));

        JsonElement placed = await CallAsync(client, "paper_place_order", ("symbol", "TREND1"), ("side", "buy"), ("lots", 0.1), ("orderType", "limit"), ("price", low), ("stopLoss", Math.Round(bid * 0.96m, 5)));
        string id = Text(placed, "orderId");
        JsonElement changed = await CallAsync(client, "paper_modify", ("id", id), ("price", low - 0.001m));
        JsonElement pending = await CallAsync(client, "paper_list_orders");
        JsonElement cancelled = await CallAsync(client, "paper_cancel_order", ("orderId", id));

        Assert.Equal(("pending", low - 0.001m, "cancelled"), (Text(placed, "status"), changed.GetProperty("new").GetProperty("price").GetDecimal(), Text(cancelled, "status")));
        Assert.Contains(id, pending.GetProperty("orders").EnumerateArray().Select(o => Text(o, "orderId")));
        Assert.Contains(await client.ListToolsAsync(), t => t.Name == "paper_close_position" && t.ProtocolTool.Annotations?.DestructiveHint != false);
    }

    private async Task<decimal> BidAsync()
    {
        // The account has a price once a bar has closed.
        JsonElement quote = await RetryAsync(async () => (await host.GetAsync("/market/quote/TREND1")).Answer is var answer && answer.TryGetProperty("bid", out _) ? answer : (JsonElement?)null);
        await RetryAsync(async () => (await host.PostAsync("/risk/check", """{"symbol":"TREND1","side":"buy","lots":0.1}""")).Status == 200 ? quote : (JsonElement?)null);
        return quote.GetProperty("bid").GetDecimal();
    }

    private Task<JsonElement> RowAsync(string path, string list, string member, string value) => RetryAsync(async () =>
        (await host.GetAsync(path)).Answer.GetProperty(list).EnumerateArray().Cast<JsonElement?>().FirstOrDefault(r => r!.Value.GetProperty(member).ToString() == value));

    // Bars close by the clock of the market: whatever hangs on one is there a moment later, however busy the machine is.
    private static async Task<JsonElement> RetryAsync(Func<Task<JsonElement?>> look)
    {
        for (int i = 0; i < 300; i++)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("It did not come within half a minute.");
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string name, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(name, arguments.ToDictionary(a => a.Name, a => a.Value));
        Assert.True(result.IsError != true, result.StructuredContent?.GetRawText());
        return result.StructuredContent!.Value;
    }

    private static string Order(decimal bid, string key) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"symbol":"TREND1","side":"buy","lots":0.1,"stopLoss":{{Stop(bid)}},"strategyId":"my-idea","idempotencyKey":"{{key}}"}""");

    private static decimal Stop(decimal bid) => Math.Round(bid * 0.97m, 5);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
