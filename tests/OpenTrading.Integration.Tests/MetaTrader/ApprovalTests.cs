using System.Text.Json;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>The whole way of an order of an AI client to a terminal: proposed, requested, looked at by a human, sent once, and the switch that ends it.</summary>
public sealed class ApprovalTests
{
    [EmulatorFact]
    public async Task Order_OfAnAnalyst_ReachesTheTerminalOnlyThroughAHuman()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync(DemoAccount.Settings);
        using Emulator terminal = await desk.TerminalAsync(DemoAccount.Options);
        await desk.UntilAsync("live_get_account", null, answer => answer.TryGetProperty("equity", out _));
        using var end = new CancellationTokenSource();
        Task prices = terminal.RepeatAsync("quote EURUSD 1.08490 1.08500", end.Token);

        // Proposed and requested: nothing happens.
        JsonElement request = await desk.RetryAsync(
            "request_live_order",
            attempt => new { symbol = "EURUSD", side = "buy", lots = 0.10, stopLoss = 1.08250, takeProfit = 1.08950, reason = "the trend holds \u001b[2J", idempotencyKey = $"r{attempt}" },
            answer => answer.TryGetProperty("requestId", out _));
        string id = request.GetProperty("requestId").GetString()!;
        string hash = request.GetProperty("orderHash").GetString()!;
        Assert.Equal("awaiting_approval", request.GetProperty("state").GetString());
        Assert.Empty(await terminal.RowsAsync("positions"));

        // The gate of the account can be asked beforehand.
        JsonElement check = await desk.CallAsync("check_risk", new { symbol = "EURUSD", side = "buy", lots = 0.10, stopLoss = 1.08250, account = "live" });
        Assert.Equal(("mt5", 25m), (check.GetProperty("source").GetString(), Math.Round(check.GetProperty("riskMoney").GetDecimal())));

        // The analyst cannot approve, whatever it calls.
        Assert.Equal("NOT_PERMITTED", TerminalDesk.Code(await desk.CallAsync("create_approval", new { requestId = id, orderHash = hash })));

        // The operator sees it and approves; it fills once.
        (await desk.Workspace.RunAsync("operator", "login", "--passphrase-file", "passphrase")).RequireSuccess();
        Outcome shown = (await desk.Workspace.RunAsync("approvals", "show", id)).RequireSuccess();
        Assert.Contains(hash, shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shown.Output);
        Assert.True(shown.Output.IndexOf("rules", StringComparison.Ordinal) < shown.Output.IndexOf("the trend holds", StringComparison.Ordinal), shown.Output);
        (await desk.Workspace.RunAsync("approvals", "approve", id, "--hash", hash)).RequireSuccess();
        await desk.UntilAsync("get_execution_status", new { requestId = id }, answer => answer.GetProperty("state").GetString() == "filled");
        Assert.Single(await terminal.RowsAsync("positions"));

        // The packet knows whose position it is, and how much the account may lose.
        JsonElement exposure = (await desk.CallAsync("analysis_packet", new { symbol = "EURUSD", include = "quote,exposure" })).GetProperty("exposure");
        Assert.Equal((0.10m, 1, 1, 0, "76***21@Broker-Demo"), (
            exposure.GetProperty("netLots").GetDecimal(),
            exposure.GetProperty("positions").GetInt32(),
            exposure.GetProperty("accountPositions").GetInt32(),
            exposure.GetProperty("unprotected").GetInt32(),
            exposure.GetProperty("source").GetString()));
        Assert.InRange(exposure.GetProperty("headroomPct").GetDecimal(), 0.01m, 99.99m);
        JsonElement held = await desk.CallAsync("get_exposure", new { account = "live" });
        Assert.Equal(("mt5", 0.10m, 10_850m, 0), (
            held.GetProperty("source").GetString(), held.GetProperty("bySymbol")[0].GetProperty("netLots").GetDecimal(), held.GetProperty("gross").GetDecimal(), held.GetProperty("unprotectedPositions").GetInt32()));
        JsonElement firm = await desk.CallAsync("get_prop_firm_status", new { account = "live" });
        JsonElement stats = await desk.CallAsync("get_performance_stats", new { account = "live" });
        Assert.Equal(("mt5", "configured", 1, 0), (
            firm.GetProperty("source").GetString(), firm.GetProperty("profile").GetString(), firm.GetProperty("tradingDays").GetInt32(), stats.GetProperty("total").GetProperty("n").GetInt32()));
        Outcome again = await desk.Workspace.RunAsync("approvals", "approve", id, "--hash", hash);
        Assert.NotEqual(0, again.ExitCode);
        Assert.Single(await terminal.RowsAsync("positions"));

        // One thread through the record.
        JsonElement status = await desk.CallAsync("get_execution_status", new { requestId = id });
        string[] events = [.. status.GetProperty("timeline").EnumerateArray().Select(s => s.GetProperty("event").GetString()!)];
        Assert.Equal(
            ["order.proposed", "order.prechecked", "order.awaiting", "approval.granted", "order.finalchecked", "order.submitting", "order.accepted", "order.fill", "order.reconciled"], events);

        // Flatten empties the terminal, a restart keeps it so, and only the right words open the gate.
        (await desk.Workspace.RunAsync("killswitch", "trigger", "--level", "flatten", "--reason", "test")).RequireSuccess();
        await desk.UntilAsync("live_list_positions", null, answer => answer.TryGetProperty("total", out JsonElement total) && total.GetInt32() == 0);
        Assert.Empty(await terminal.RowsAsync("positions"));
        await LatchedAsync(desk, 3);
        await desk.KillHostAsync();
        await desk.StartHostAsync();
        Assert.Contains("level 3", (await desk.Workspace.RunAsync("killswitch", "status")).RequireSuccess().Output, StringComparison.Ordinal);
        (await desk.Workspace.RunAsync("operator", "login", "--passphrase-file", "passphrase")).RequireSuccess();
        await desk.UntilAsync("live_get_account", null, answer => answer.TryGetProperty("equity", out _));
        Assert.NotEqual(0, (await desk.Workspace.RunAsync("killswitch", "rearm", "--reason", "test", "--confirm", "REARM")).ExitCode);
        (await desk.Workspace.RunAsync("killswitch", "rearm", "--reason", "test", "--confirm", "REARM 7654321@Broker-Demo")).RequireSuccess();
        Assert.Contains("level 0", (await desk.Workspace.RunAsync("killswitch", "status")).RequireSuccess().Output, StringComparison.Ordinal);
        await LatchedAsync(desk, 0);
        await end.CancelAsync();
        await prices;
    }

    // What the expert holds by itself, as it would find it again after a restart of its terminal.
    private static async Task LatchedAsync(TerminalDesk desk, int level)
    {
        string file = Path.Combine(desk.Workspace.Folder, "terminal", "OpenTrading", "latch.txt");
        string found = "";
        for (int attempt = 0; attempt < 600; attempt++)
        {
            found = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
            if (found.StartsWith($"{{\"level\":{level},", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The expert's latch is {found}, not level {level}.");
    }
}
