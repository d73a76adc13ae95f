using System.Text.Json;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>Paper trades on the prices of a terminal, in instruments that no strategy looks at.</summary>
public sealed class PaperOnTerminalTests
{
    [EmulatorFact]
    public async Task Order_InAnotherSymbol_FillsAtTheQuoteAndStopsAtATick()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();
        using Emulator terminal = await desk.TerminalAsync("--feed", "manual");
        await desk.UntilAsync("mt5_status", null, status => status.GetProperty("connected").GetBoolean());
        await terminal.CommandAsync("quote GBPUSD 1.30010 1.30023");
        await desk.UntilAsync("check_risk", Order(null), answer => answer.TryGetProperty("allowed", out JsonElement allowed) && allowed.GetBoolean());

        JsonElement placed = await desk.CallAsync("paper_place_order", Order("gbp"));
        JsonElement position = (await desk.CallAsync("paper_list_positions")).GetProperty("positions")[0];

        Assert.Equal(("filled", 1.30023m), (placed.GetProperty("status").GetString(), placed.GetProperty("fillPrice").GetDecimal()));
        Assert.Equal(("GBPUSD", 1.30023m, 1.30010m), (position.GetProperty("symbol").GetString(), position.GetProperty("openPrice").GetDecimal(), position.GetProperty("currentPrice").GetDecimal()));
        Assert.Equal("mt5", placed.GetProperty("source").GetString());

        await terminal.CommandAsync("quote GBPUSD 1.29480 1.29492");
        JsonElement trades = await desk.UntilAsync("paper_list_trades", null, answer => answer.GetProperty("trades").GetArrayLength() == 1);
        Assert.Equal((1.29480m, "sl"), (trades.GetProperty("trades")[0].GetProperty("exit").GetDecimal(), trades.GetProperty("trades")[0].GetProperty("exitReason").GetString()));

        terminal.Kill();
        await desk.UntilAsync("paper_place_order", Order("late"), answer => TerminalDesk.Code(answer) == "DATA_UNAVAILABLE");
    }

    private static object Order(string? key) => key is null
        ? new { symbol = "GBPUSD", side = "buy", lots = 0.1, stopLoss = 1.295, takeProfit = 1.31 }
        : new { symbol = "GBPUSD", side = "buy", lots = 0.1, stopLoss = 1.295, takeProfit = 1.31, idempotencyKey = key };
}
