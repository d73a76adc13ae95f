using System.Text.Json;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>Paper trades on the prices of a terminal, in instruments that no strategy looks at.</summary>
public sealed class PaperOnTerminalTests
{
    [EmulatorTheory]
    [InlineData("mt5")]
    [InlineData("mt4")]
    public async Task Order_InAnotherSymbol_FillsAtTheQuoteAndStopsAtATick(string platform)
    {
        string pipe = $"ot-{Guid.NewGuid():N}"[..20];
        await using TerminalDesk desk = await TerminalDesk.StartAsync(("RUN__SOURCE", platform), ("METATRADER__PIPE", pipe));
        using Emulator terminal = platform == "mt5" ? await desk.TerminalAsync("--feed", "manual") : await desk.Mt4TerminalAsync(pipe, "--feed", "manual");
        using var end = new CancellationTokenSource();
        Task prices = terminal.RepeatAsync("quote GBPUSD 1.30010 1.30023", end.Token);
        await desk.UntilAsync("check_risk", Order(null), answer => answer.TryGetProperty("allowed", out JsonElement allowed) && allowed.GetBoolean());

        JsonElement placed = await desk.CallAsync("paper_place_order", Order("gbp"));
        JsonElement position = (await desk.CallAsync("paper_list_positions")).GetProperty("positions")[0];

        Assert.Equal(("filled", 1.30023m), (placed.GetProperty("status").GetString(), placed.GetProperty("fillPrice").GetDecimal()));
        Assert.Equal(("GBPUSD", 1.30023m, 1.30010m), (position.GetProperty("symbol").GetString(), position.GetProperty("openPrice").GetDecimal(), position.GetProperty("currentPrice").GetDecimal()));
        Assert.Equal(platform, placed.GetProperty("source").GetString());

        await end.CancelAsync();
        await prices;
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
