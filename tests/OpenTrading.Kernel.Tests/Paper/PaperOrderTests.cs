using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Paper;

public sealed class PaperOrderTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PaperHome _home;

    public PaperOrderTests() => _home = new PaperHome(_folder.Root);

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void PlaceOrder_Market_WaitsForTheNextBarAndIsThenAPosition()
    {
        JsonElement placed = _home.Buy(""","takeProfit":1.0895,"strategyId":"my-idea","reason":"test","confidence":0.6""");

        Assert.Equal(("pending", "buy", 0.1m, "test"), (Text(placed, "status"), Text(placed.GetProperty("order"), "side"), Number(placed.GetProperty("order"), "lots"), Text(placed.GetProperty("order"), "reason")));
        Assert.StartsWith("ppo_", Text(placed, "orderId"), StringComparison.Ordinal);
        Assert.StartsWith("dec_", Text(placed, "decisionId"), StringComparison.Ordinal);
        JsonElement waiting = Assert.Single(_home.Call("paper_list_orders").GetProperty("orders").EnumerateArray());
        Assert.Equal((Text(placed, "orderId"), "open", "market"), (Text(waiting, "orderId"), Text(waiting, "kind"), Text(waiting, "orderType")));

        _home.Bar(1.08490);

        JsonElement positions = _home.Call("paper_list_positions");
        JsonElement position = positions.GetProperty("positions")[0];
        Assert.Equal((1.085m, 1.0849m, 1.0825m, 1.0895m), (Number(position, "openPrice"), Number(position, "currentPrice"), Number(position, "stopLoss"), Number(position, "takeProfit")));
        Assert.Equal((-1m, -0.04m, "my-idea", 1, -1m), (Number(position, "profit"), Number(position, "openR"), Text(position, "strategyId"), positions.GetProperty("count").GetInt32(), Number(positions, "totalProfit")));
        JsonElement filled = Assert.Single(_home.Call("paper_list_orders", """{"status":"filled"}""").GetProperty("orders").EnumerateArray());
        Assert.Equal((Text(placed, "orderId"), 1.085m), (Text(filled, "orderId"), Number(filled, "price")));
        Assert.Equal("test", Text(positions, "source"));
    }

    [Fact]
    public void GetAccount_OpenPosition_ValuesItAtTheQuote()
    {
        _home.Buy();
        _home.Bar(1.08490, 1.08390);

        JsonElement account = _home.Call("paper_get_account");

        Assert.Equal((10_000m, 9_989m, 108.5m, -11m), (Number(account, "balance"), Number(account, "equity"), Number(account, "margin"), Number(account, "profit")));
        Assert.Equal((-11m, 0.11m, 1, "USD"), (Number(account, "dayPnl"), Number(account, "drawdownPct"), account.GetProperty("openPositions").GetInt32(), Text(account, "currency")));
        Assert.Equal(Number(account, "equity") - Number(account, "margin"), Number(account, "freeMargin"));
        Assert.StartsWith("book_", Text(account, "bookId"), StringComparison.Ordinal);
    }

    [Fact]
    public void PlaceOrder_SameKeyTwice_IsOneOrderAndOtherTermsAreAConflict()
    {
        JsonElement first = _home.Buy(""","idempotencyKey":"k1" """);
        JsonElement again = _home.Buy(""","idempotencyKey":"k1" """);
        JsonElement other = _home.Call("paper_place_order", """{"symbol":"EURUSD","side":"buy","lots":0.2,"stopLoss":1.0825,"idempotencyKey":"k1"}""");

        Assert.Equal(Text(first, "orderId"), Text(again, "orderId"));
        Assert.True(again.GetProperty("replayed").GetBoolean());
        Assert.Equal("CONFLICT", Text(other, "code"));
        Assert.Single(_home.Desk.Ledger.All);
    }

    [Fact]
    public void PlaceOrder_SameKeyAfterARestartAndAtAnotherPrice_IsTheSameOrder()
    {
        JsonElement first = _home.Buy(""","idempotencyKey":"k1" """);
        _home.Bar(1.08490, 1.08600);
        _home.Dispose();

        using var second = new PaperHome(_folder.Root, _home);
        second.Bar(1.08600);
        JsonElement again = second.Buy(""","idempotencyKey":"k1" """);
        JsonElement other = second.Call("paper_place_order", """{"symbol":"EURUSD","side":"buy","lots":0.2,"stopLoss":1.0825,"idempotencyKey":"k1"}""");

        Assert.Equal((Text(first, "orderId"), "filled", 1.085m, true), (Text(again, "orderId"), Text(again, "status"), Number(again, "fillPrice"), again.GetProperty("replayed").GetBoolean()));
        Assert.Equal("CONFLICT", Text(other, "code"));
        Assert.Single(second.Desk.Ledger.All);
    }

    [Fact]
    public void PlaceOrder_RefusedByRules_SaysWhichAndUnderWhichDecision()
    {
        JsonElement refused = _home.Call("paper_place_order", """{"symbol":"EURUSD","side":"buy","lots":0.1,"confidence":0.1}""");

        Assert.Equal("RISK_REJECTED", Text(refused, "code"));
        string[] paths = [.. refused.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("path")[0].GetString()!)];
        Assert.Contains("sl_required", paths);
        Assert.Contains("min_signal_confidence", paths);
        Assert.Equal("decisionId", paths[^1]);
        Assert.Empty(_home.Desk.Broker.Positions);
    }

    [Fact]
    public void PlaceOrder_KillSwitchOn_HasItsOwnCodeAndClosingStaysPossible()
    {
        _home.Buy();
        _home.Bar(1.08490);
        _home.Kill.Tighten(1, "client:x", "test");

        Assert.Equal("KILL_SWITCH_ACTIVE", Text(_home.Buy(), "code"));
        string id = Text(_home.Call("paper_list_positions").GetProperty("positions")[0], "positionId");
        Assert.Equal("modified", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}","stopLoss":1.083}"""), "status"));
        Assert.Equal("KILL_SWITCH_ACTIVE", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}","stopLoss":1.082}"""), "code"));
        _home.Call("paper_close_position", $$"""{"positionId":"{{id}}"}""");
        _home.Bar(1.08490);
        Assert.Empty(_home.Desk.Broker.Positions);
    }

    [Theory]
    [InlineData("""{"symbol":"NOPE","side":"buy","lots":0.1}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"GBPUSD","side":"buy","lots":0.1}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"EURUSD","side":"up","lots":0.1}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":0}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":0.1,"orderType":"limit"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":0.1,"stopLoss":1.082500001}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","side":"buy","lots":0.1,"exits":{"breakEvenAtR":1}}""", "VALIDATION_ERROR")]
    public void PlaceOrder_SillyArguments_AreRefused(string arguments, string code) => Assert.Equal(code, Text(_home.Call("paper_place_order", arguments), "code"));

    [Fact]
    public void Modify_Limit_MovesItAndCancelEndsIt()
    {
        string id = Text(_home.Call("paper_place_order", """{"symbol":"EURUSD","side":"buy","lots":0.1,"orderType":"limit","price":1.084,"stopLoss":1.082}"""), "orderId");

        JsonElement changed = _home.Call("paper_modify", $$"""{"id":"{{id}}","price":1.0835,"takeProfit":1.088}""");
        JsonElement cancelled = _home.Call("paper_cancel_order", $$"""{"orderId":"{{id}}"}""");

        Assert.Equal((1.084m, 1.0835m, 1.082m, 1.088m), (Number(changed.GetProperty("old"), "price"), Number(changed.GetProperty("new"), "price"), Number(changed.GetProperty("new"), "stopLoss"), Number(changed.GetProperty("new"), "takeProfit")));
        Assert.Equal("cancelled", Text(cancelled, "status"));
        Assert.Empty(_home.Desk.Broker.Orders);
        Assert.Equal(id, Text(_home.Call("paper_list_orders", """{"status":"cancelled"}""").GetProperty("orders")[0], "orderId"));
        Assert.Equal("STATE_CONFLICT", Text(_home.Call("paper_cancel_order", $$"""{"orderId":"{{id}}"}"""), "code"));
        Assert.Equal("STATE_CONFLICT", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}","price":1.083}"""), "code"));
        Assert.Equal("NOT_FOUND", Text(_home.Call("paper_cancel_order", """{"orderId":"ppo_none"}"""), "code"));
        Assert.Equal("NOT_FOUND", Text(_home.Call("paper_modify", """{"id":"ppp_none","stopLoss":1}"""), "code"));
        Assert.Equal("VALIDATION_ERROR", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}"}"""), "code"));
    }

    [Fact]
    public void Modify_Position_KeepsWhatIsLeftOutAndRemovesAtZero()
    {
        _home.Buy(""","takeProfit":1.0895""");
        _home.Bar(1.08490);
        string id = Text(_home.Call("paper_list_positions").GetProperty("positions")[0], "positionId");

        _home.Call("paper_modify", $$"""{"id":"{{id}}","stopLoss":1.083}""");
        Assert.Equal((1.083m, 1.0895m), (_home.Position.StopLoss, _home.Position.TakeProfit));
        _home.Call("paper_modify", $$"""{"id":"{{id}}","takeProfit":0}""");
        Assert.Equal((1.083m, null), (_home.Position.StopLoss, _home.Position.TakeProfit));
        Assert.Equal("unchanged", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}","stopLoss":1.083}"""), "status"));
        Assert.Equal("RISK_REJECTED", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}","stopLoss":0}"""), "code"));
        Assert.Equal("VALIDATION_ERROR", Text(_home.Call("paper_modify", $$"""{"id":"{{id}}","price":1.083}"""), "code"));
    }

    [Fact]
    public void ClosePosition_PartThenAll_MakesTradesWithTheirResults()
    {
        _home.Buy(""","strategyId":"my-idea" """);
        _home.Bar(1.08490);
        string id = Text(_home.Call("paper_list_positions").GetProperty("positions")[0], "positionId");

        JsonElement part = _home.Call("paper_close_position", $$"""{"positionId":"{{id}}","lots":0.04,"reason":"some off"}""");
        _home.Bar(1.08700);
        JsonElement rest = _home.Call("paper_close_position", """{"positionId":"all"}""");
        _home.Bar(1.08600);

        JsonElement row = part.GetProperty("closed")[0];
        Assert.Equal((id, "pending", 0.04m, 0.06m), (Text(row, "positionId"), Text(row, "status"), Number(row, "closedLots"), Number(row, "remainingLots")));
        Assert.Equal((0.06m, 0m), (Number(rest.GetProperty("closed")[0], "closedLots"), Number(rest.GetProperty("closed")[0], "remainingLots")));
        JsonElement trades = _home.Call("paper_list_trades", """{"strategyId":"my-idea"}""");
        Assert.Equal(
            [(0.06m, 1.086m, 6m, 0.4m), (0.04m, 1.087m, 8m, 0.8m)],
            trades.GetProperty("trades").EnumerateArray().Select(t => (Number(t, "lots"), Number(t, "exit"), Number(t, "pnl"), Number(t, "r"))));
        Assert.All(trades.GetProperty("trades").EnumerateArray(), t => Assert.Equal((id, "close"), (Text(t, "positionId"), Text(t, "exitReason"))));
        Assert.Equal("STATE_CONFLICT", Text(_home.Call("paper_close_position", $$"""{"positionId":"{{id}}"}"""), "code"));
        Assert.Equal("NOT_FOUND", Text(_home.Call("paper_close_position", """{"positionId":"ppp_none"}"""), "code"));
        Assert.Equal("No paper position is open.", Text(_home.Call("paper_close_position", """{"positionId":"all"}"""), "summary"));
        Assert.Equal("VALIDATION_ERROR", Text(_home.Call("paper_close_position", """{"positionId":"all","lots":1}"""), "code"));
        Assert.Empty(_home.Call("paper_list_trades", """{"symbol":"GBPUSD"}""").GetProperty("trades").EnumerateArray());
    }

    [Fact]
    public void ClosePosition_MoreThanItHas_IsRefused()
    {
        _home.Buy();
        _home.Bar(1.08490);
        string id = Text(_home.Call("paper_list_positions").GetProperty("positions")[0], "positionId");

        JsonElement refused = _home.Call("paper_close_position", $$"""{"positionId":"{{id}}","lots":0.2}""");

        Assert.Equal("VALIDATION_ERROR", Text(refused, "code"));
        Assert.StartsWith("lots: The position has 0.1", Text(refused, "message"), StringComparison.Ordinal);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
