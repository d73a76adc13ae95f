using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Mcp;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>The six mt4 tools as an AI client calls them, with the shapes and words that are laid down for them.</summary>
public sealed class Mt4Tests
{
    [EmulatorFact]
    public async Task Paper_TradeFromQuoteToClose_HasTheLaidDownShapes()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();
        using Emulator terminal = await desk.TerminalAsync("--feed", "manual");
        await desk.UntilAsync("mt5_status", null, status => status.GetProperty("connected").GetBoolean());
        await using McpClient client = await McpHost.ConnectAsync(desk.Workspace);
        await terminal.CommandAsync("quote XAUUSD 2650.50 2650.80");
        await desk.UntilAsync("mt4_get_quote", new { symbol = "XAUUSD" }, a => a.TryGetProperty("data", out JsonElement d) && d.GetProperty("bid").GetDecimal() == 2650.50m);
        Assert.Contains("\nBid: 2650.50\nAsk: 2650.80\nSpread: 0.30 (3.0 pips)\n", Text(await CallAsync(client, "mt4_get_quote", new { symbol = "XAUUSD" })), StringComparison.Ordinal);
        Assert.Equal("No quote data available for NOPE", Error(await CallAsync(client, "mt4_get_quote", new { symbol = "NOPE" })));
        Assert.Equal("No quote data available for NOPE", Error(await CallAsync(client, "mt4_execute_trade", new { symbol = "NOPE", action = "buy", lots = 0.1, stopLoss = 1.0 })));

        await terminal.CommandAsync("quote GBPUSD 1.30010 1.30023");
        await desk.UntilAsync("check_risk", new { symbol = "GBPUSD", side = "buy", lots = 0.1, stopLoss = 1.295, takeProfit = 1.31 }, a => a.TryGetProperty("allowed", out JsonElement allowed) && allowed.GetBoolean());

        CallToolResult quote = await CallAsync(client, "mt4_get_quote", new { symbol = "GBPUSD" });
        Assert.Equal("""{"symbol":"GBPUSD","bid":1.30010,"ask":1.30023,"spread":0.00013}""", Without(Data(quote), "timestamp"));
        Assert.StartsWith("Price Quote: GBPUSD\n=========================\nBid: 1.30010\nAsk: 1.30023\nSpread: 0.00013 (1.3 pips)\nTime: ", Text(quote), StringComparison.Ordinal);
        Assert.Equal("mt5", quote.Meta!["opentrading/source"]!.GetValue<string>());

        CallToolResult bare = await CallAsync(client, "mt4_execute_trade", new { symbol = "GBPUSD", action = "buy", lots = 0.1 });
        Assert.Equal("Trade execution failed: risk check failed (sl_required)", Error(bare));
        Assert.StartsWith("dec_", bare.Meta!["opentrading/decisionId"]!.GetValue<string>(), StringComparison.Ordinal);

        CallToolResult placed = await CallAsync(client, "mt4_execute_trade", new { symbol = "GBPUSD", action = "buy", lots = 0.1, stopLoss = 1.295, takeProfit = 1.31, comment = "AI Signal" });
        long ticket = Data(placed).GetProperty("ticket").GetInt64();
        Assert.Equal($$"""{"success":true,"ticket":{{ticket}},"message":"Order placed successfully","symbol":"GBPUSD","action":"buy","lots":0.1}""", Data(placed).GetRawText());
        Assert.Equal($"Order placed successfully\nTicket: {ticket}\nAccount: paper", Text(placed));
        Assert.InRange(ticket, 3_000_000_001, 3_000_001_000);

        JsonElement held = Data(await CallAsync(client, "mt4_get_positions", new { symbol = "GBPUSD" }));
        Assert.Equal(
            $$"""{"ticket":{{ticket}},"symbol":"GBPUSD","type":"buy","lots":0.10,"openPrice":1.30023,"currentPrice":1.30010,"stopLoss":1.29500,"takeProfit":1.31000,"profit":-1.30,"swap":0.00,"magic":12345,"comment":"AI Signal"}""",
            Without(held.GetProperty("positions")[0], "openTime"));
        Assert.Equal((1, -1.30m), (held.GetProperty("count").GetInt32(), held.GetProperty("totalProfit").GetDecimal()));

        Assert.Equal("For BUY positions, stop loss must be below take profit", Error(await CallAsync(client, "mt4_modify_position", new { ticket, stopLoss = 1.32 })));
        Assert.Equal("Position modified successfully", Data(await CallAsync(client, "mt4_modify_position", new { ticket, stopLoss = 1.296 })).GetProperty("message").GetString());
        Assert.Equal("Requested lots exceeds position size", Error(await CallAsync(client, "mt4_close_position", new { ticket, lots = 0.5 })));
        Assert.Equal("Position closed", Data(await CallAsync(client, "mt4_close_position", new { ticket, lots = 0.04 })).GetProperty("message").GetString());
        JsonElement rest = Data(await CallAsync(client, "mt4_get_positions", new { })).GetProperty("positions")[0];
        Assert.Equal((0.06m, 1.296m, 1.31m), (rest.GetProperty("lots").GetDecimal(), rest.GetProperty("stopLoss").GetDecimal(), rest.GetProperty("takeProfit").GetDecimal()));
        await CallAsync(client, "mt4_close_position", new { ticket });
        CallToolResult none = await CallAsync(client, "mt4_get_positions", new { });
        Assert.Equal(("No open positions", """{"positions":[],"totalProfit":0.00,"count":0}"""), (Text(none), Data(none).GetRawText()));
        Assert.Equal($"Position with ticket {ticket} not found", Error(await CallAsync(client, "mt4_close_position", new { ticket })));

        CallToolResult account = await CallAsync(client, "mt4_get_account", new { });
        Assert.Equal("USD", Data(account).GetProperty("currency").GetString());
        Assert.StartsWith("MT4 Account Information\n=======================\nAccount Name: Paper Account\n", Text(account), StringComparison.Ordinal);
        Assert.Empty(await terminal.RowsAsync("positions"));

        terminal.Kill();
        await desk.UntilAsync("mt4_get_quote", new { symbol = "GBPUSD" }, a => a.TryGetProperty("error", out JsonElement e) && e.GetString() == "MT4 terminal is not connected");
    }

    [EmulatorFact]
    public async Task Live_Trade_WaitsForAHumanAndTheSameCallSendsItOnce()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync(DemoAccount.Settings);
        using Emulator terminal = await desk.TerminalAsync(DemoAccount.Options);
        await desk.UntilAsync("live_get_account", null, answer => answer.TryGetProperty("equity", out _));
        using var end = new CancellationTokenSource();
        Task prices = terminal.RepeatAsync("quote EURUSD 1.08490 1.08500", end.Token);
        await desk.RetryAsync("propose_trade", attempt => new { symbol = "EURUSD", side = "buy", lots = 0.1, stopLoss = 1.0825, takeProfit = 1.0895, confidence = 0.6, thesis = "is the desk ready", idempotencyKey = $"p{attempt}" }, answer => answer.TryGetProperty("proposalId", out _));
        await using McpClient client = await McpHost.ConnectAsync(desk.Workspace);
        object order = new { symbol = "EURUSD", action = "buy", lots = 0.1, stopLoss = 1.0825, takeProfit = 1.0895 };

        CallToolResult asked = await CallAsync(client, "mt4_execute_trade", order);
        CallToolResult again = await CallAsync(client, "mt4_execute_trade", order);
        string request = asked.Meta!["opentrading/requestId"]!.GetValue<string>();
        Assert.Equal($"Trade execution failed: approval required (request {request})", Error(asked));
        Assert.Equal(request, again.Meta!["opentrading/requestId"]!.GetValue<string>());
        Assert.Empty(await terminal.RowsAsync("positions"));

        (await desk.Workspace.RunAsync("operator", "login", "--passphrase-file", "passphrase")).RequireSuccess();
        string shown = (await desk.Workspace.RunAsync("approvals", "list", "--json")).RequireSuccess().Json.GetProperty("approvals")[0].GetProperty("orderHash").GetString()!;
        (await desk.Workspace.RunAsync("approvals", "approve", request, "--hash", shown, "--hold")).RequireSuccess();
        Assert.Empty(await terminal.RowsAsync("positions"));

        CallToolResult placed = await CallAsync(client, "mt4_execute_trade", order);
        long ticket = Data(placed).GetProperty("ticket").GetInt64();
        Assert.Equal("mt5", placed.Meta!["opentrading/account"]!.GetValue<string>());
        Assert.Equal(ticket, Assert.Single(await terminal.RowsAsync("positions")).GetProperty("ticket").GetInt64());
        Assert.Equal(ticket, Data(await CallAsync(client, "mt4_execute_trade", order)).GetProperty("ticket").GetInt64());
        Assert.Single(await terminal.RowsAsync("positions"));
        Assert.StartsWith("Trade execution failed: approval required", Error(await CallAsync(client, "mt4_close_position", new { ticket })), StringComparison.Ordinal);
        await end.CancelAsync();
        await prices;
    }

    [Fact]
    public async Task Refusals_WithoutATerminal_ComeInTheirOrderAndWords()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();

        async Task<string> ErrorOf(string tool, object arguments) => (await desk.CallAsync(tool, arguments)).GetRawText();

        Assert.Equal("""{"success":false,"error":"Validation error","details":[{"path":["symbol"],"message":"Required"}]}""", await ErrorOf("mt4_get_quote", new { }));
        Assert.Equal(
            """{"success":false,"error":"Validation error","details":[{"path":["action"],"message":"Invalid enum value. Expected \u0027buy\u0027 | \u0027sell\u0027, received \u0027hold\u0027"},{"path":["lots"],"message":"Number must be greater than 0"}]}""".Replace("\\u0027", "'", StringComparison.Ordinal),
            (await ErrorOf("mt4_execute_trade", new { symbol = "EURUSD", action = "hold", lots = 0 })).Replace("\\u0027", "'", StringComparison.Ordinal));
        Assert.Contains("Number must be less than or equal to 100", await ErrorOf("mt4_execute_trade", new { symbol = "EURUSD", action = "buy", lots = 101 }), StringComparison.Ordinal);
        Assert.Contains("String must contain at most 31 character(s)", await ErrorOf("mt4_execute_trade", new { symbol = "EURUSD", action = "buy", lots = 1, comment = new string('x', 32) }), StringComparison.Ordinal);
        Assert.Contains("Expected number, received string", await ErrorOf("mt4_close_position", new { ticket = "seven" }), StringComparison.Ordinal);
        Assert.Equal(Failure("For BUY orders, stop loss must be below take profit"), await ErrorOf("mt4_execute_trade", new { symbol = "EURUSD", action = "buy", lots = 1, stopLoss = 1.2, takeProfit = 1.2 }));
        Assert.Equal(Failure("For SELL orders, stop loss must be above take profit"), await ErrorOf("mt4_execute_trade", new { symbol = "EURUSD", action = "sell", lots = 1, stopLoss = 1.1, takeProfit = 1.2 }));
        Assert.Equal(Failure("At least one of stopLoss or takeProfit must be provided"), await ErrorOf("mt4_modify_position", new { ticket = 3_000_000_001 }));
        foreach ((string tool, object arguments) in new (string, object)[]
        {
            ("mt4_get_account", new { }), ("mt4_get_positions", new { }), ("mt4_get_quote", new { symbol = "EURUSD" }), ("mt4_execute_trade", new { symbol = "EURUSD", action = "buy", lots = 1 }),
            ("mt4_close_position", new { ticket = 1 }), ("mt4_modify_position", new { ticket = 1, stopLoss = 0 }),
        })
        {
            Assert.Equal(Failure("MT4 terminal is not connected"), await ErrorOf(tool, arguments));
        }
    }

    private static string Failure(string error) => $$"""{"success":false,"error":"{{error}}"}""";

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, object arguments) => await client.CallToolAsync(
        tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value));

    private static JsonElement Data(CallToolResult result)
    {
        Assert.True(result.IsError is not true, Text(result));
        JsonElement body = result.StructuredContent!.Value;
        Assert.True(body.GetProperty("success").GetBoolean());
        return body.GetProperty("data");
    }

    private static string Error(CallToolResult result)
    {
        Assert.True(result.IsError, Text(result));
        JsonElement body = result.StructuredContent!.Value;
        Assert.False(body.GetProperty("success").GetBoolean());
        return body.GetProperty("error").GetString()!;
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    private static string Without(JsonElement data, string member) =>
        $"{{{string.Join(',', data.EnumerateObject().Where(m => m.Name != member).Select(m => $"\"{m.Name}\":{m.Value.GetRawText()}"))}}}";
}
