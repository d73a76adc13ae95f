using System.Globalization;
using System.Text.Json;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>What the host says of a terminal, held against the terminal itself.</summary>
public sealed class ReadingTests
{
    [EmulatorFact]
    public async Task Market_TerminalConnected_IsTheTerminals()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();
        Assert.Equal("DATA_UNAVAILABLE", TerminalDesk.Code(await desk.CallAsync("get_quote", new { symbol = "EURUSD" })));
        Assert.Equal("NOT_CONNECTED", TerminalDesk.Code(await desk.CallAsync("mt5_get_account")));
        Assert.False((await desk.CallAsync("mt5_status")).GetProperty("connected").GetBoolean());

        using Emulator terminal = await desk.TerminalAsync("--suffix", ".r", "--chart", "EURUSD.r", "--feed", "manual");
        await desk.UntilAsync("mt5_status", null, status => status.GetProperty("connected").GetBoolean());
        await terminal.CommandAsync("quote EURUSD.r 1.23450 1.23462");
        JsonElement quote = await desk.UntilAsync("get_quote", new { symbol = "EURUSD" }, q => q.TryGetProperty("bid", out JsonElement bid) && bid.GetDecimal() == 1.23450m);

        Assert.Equal(("mt5", "EURUSD", "EURUSD.r", 1.23462m, 12), (
            quote.GetProperty("source").GetString(),
            quote.GetProperty("symbol").GetString(),
            quote.GetProperty("brokerSymbol").GetString(),
            quote.GetProperty("ask").GetDecimal(),
            quote.GetProperty("spreadPoints").GetInt32()));
        JsonElement bars = await desk.CallAsync("get_market_bars", new { symbol = "EURUSD", timeframe = "H1", count = 50 });
        Assert.Equal("mt5", bars.GetProperty("source").GetString());
        Assert.Equal(50, bars.GetProperty("rows").GetArrayLength());
    }

    [EmulatorFact]
    public async Task Account_TerminalConnected_IsTheTerminals()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();
        using Emulator terminal = await desk.TerminalAsync("--login", "7654321", "--server", "Broker-Demo", "--balance", "2500.50", "--leverage", "30");
        await desk.ConnectedAsync();

        JsonElement account = await desk.CallAsync("mt5_get_account");
        JsonElement status = await desk.CallAsync("mt5_status");
        JsonElement info = await desk.CallAsync("mt5_get_terminal_info");
        JsonElement symbols = await desk.CallAsync("mt5_list_symbols", new { visibleOnly = false, limit = 3 });

        Assert.Equal(("76***21", "Broker-Demo", 2500.50m, 30, "demo", "hedging", "USD"), (
            account.GetProperty("login").GetString(),
            account.GetProperty("server").GetString(),
            account.GetProperty("balance").GetDecimal(),
            account.GetProperty("leverage").GetInt32(),
            account.GetProperty("tradeMode").GetString(),
            account.GetProperty("marginMode").GetString(),
            account.GetProperty("currency").GetString()));
        Assert.True(status.GetProperty("connected").GetBoolean());
        Assert.Equal(7200, status.GetProperty("serverOffsetS").GetInt32());
        Assert.True(status.GetProperty("pingMs").GetDouble() > 0);
        Assert.True(info.GetProperty("tradeAllowed").GetBoolean());
        Assert.Equal(3, symbols.GetProperty("symbols").GetArrayLength());
        Assert.True(symbols.GetProperty("truncated").GetBoolean());
    }

    [EmulatorFact]
    public async Task Quote_TerminalGoesAndComesBack_IsUnavailableAndBackAgain()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();
        using Emulator terminal = await desk.TerminalAsync();
        await desk.ConnectedAsync();

        terminal.Kill();
        await desk.UntilAsync("get_quote", new { symbol = "EURUSD" }, answer => TerminalDesk.Code(answer) == "DATA_UNAVAILABLE");
        JsonElement stored = await desk.CallAsync("get_market_bars", new { symbol = "EURUSD", timeframe = "M1", count = 5 });
        terminal.Start();
        await desk.ConnectedAsync();

        Assert.Equal("DATA_UNAVAILABLE", TerminalDesk.Code(stored));
        Assert.Equal(2, (await desk.RecordsAsync("ea.connected")).Length);
        Assert.NotEmpty(await desk.RecordsAsync("ea.disconnected"));
    }

    [EmulatorFact]
    public async Task History_Synced_IsInTheStoreWithoutTheTerminal()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync();
        using Emulator terminal = await desk.TerminalAsync();
        await desk.ConnectedAsync();

        JsonElement sync = (await desk.CallAsync("mt5_sync_history", new { symbol = "EURUSD", timeframe = "H1" })).GetProperty("result");
        JsonElement again = (await desk.CallAsync("mt5_sync_history", new { symbol = "EURUSD", timeframe = "H1" })).GetProperty("result");
        JsonElement live = await desk.CallAsync("get_market_bars", new { symbol = "EURUSD", timeframe = "H1", count = 20 });
        terminal.Kill();
        JsonElement stored = await desk.UntilAsync("get_market_bars", new { symbol = "EURUSD", timeframe = "H1", count = 20 }, b => TerminalDesk.Code(b) is null);

        Assert.InRange(sync.GetProperty("rows").GetInt32(), 3000, 5001);
        Assert.Equal(sync.GetProperty("rows").GetInt32(), sync.GetProperty("added").GetInt32());
        Assert.InRange(again.GetProperty("added").GetInt32(), 0, 1);
        Assert.Equal("mt5", stored.GetProperty("source").GetString());
        Assert.Equal(Rows(live)[^5..^1], Rows(stored)[^5..^1]);
    }

    private static string[] Rows(JsonElement bars) => [.. bars.GetProperty("rows").EnumerateArray().Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.GetRawText()}"))];
}
