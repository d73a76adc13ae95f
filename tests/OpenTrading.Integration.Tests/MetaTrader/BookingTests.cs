using System.Text.Json;
using OpenTrading.Tests.Shared.Terminals;

namespace OpenTrading.Integration.Tests.MetaTrader;

/// <summary>Money that the owner takes out of and pays into the account of a terminal, with 3 % of a day to lose.</summary>
public sealed class BookingTests
{
    [EmulatorFact]
    public async Task Withdrawal_IsNoLoss_AndARealLossAfterItIsMeasuredRight()
    {
        await using TerminalDesk desk = await TerminalDesk.StartAsync([.. DemoAccount.Settings, ("RISK__DAILY_LOSS_MAX__FRAC", "0.03")]);
        using Emulator terminal = await desk.TerminalAsync([.. DemoAccount.Options, "--balance", "10000"]);
        await terminal.CommandAsync("quote EURUSD 1.08490 1.08500");
        await StatusAsync(desk, lost: 0);

        // All that may be lost in a day is taken out, and more.
        await terminal.CommandAsync("deposit -400");
        JsonElement record = await RecordAsync(desk, 1);
        Assert.Equal(("Transfer", "balance", -400m, -400m, 9_600m, DemoAccount.Name), (
            Text(record, "kind"), Text(record, "what"), Money(record, "amount"), Money(record, "shift"), Money(record, "balance"), Text(record, "account")));
        JsonElement status = await StatusAsync(desk, lost: 0);
        Assert.Equal((false, 288m, 0m), (status.GetProperty("breached").GetBoolean(), status.GetProperty("headroomMoney").GetDecimal(), status.GetProperty("totalDrawdownPct").GetDecimal()));

        // Half a lot by hand loses 18.5 pips, and costs 3.50: 96 of 9,600.
        await terminal.CommandAsync("open EURUSD buy 0.50");
        await terminal.CommandAsync("quote EURUSD 1.08315 1.08325");
        long ticket = Assert.Single(await terminal.RowsAsync("positions")).GetProperty("ticket").GetInt64();
        await terminal.CommandAsync($"close {ticket}");
        await StatusAsync(desk, lost: 1);

        // A host that is cut off finds in the terminal's history what was paid in meanwhile, once.
        await desk.KillHostAsync();
        await terminal.CommandAsync("deposit 400");
        await desk.StartHostAsync();
        Assert.Equal(400m, Money(await RecordAsync(desk, 2), "shift"));
        await StatusAsync(desk, lost: 0.96m);
        Assert.Contains("level 0", (await desk.Workspace.RunAsync("killswitch", "status")).RequireSuccess().Output, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.RecordsAsync("account.booking")).Length);
    }

    // The day's loss, percent of its reference, once the terminal has told of all.
    private static Task<JsonElement> StatusAsync(TerminalDesk desk, decimal lost) => desk.UntilAsync(
        "get_prop_firm_status", new { account = "live" }, answer => answer.TryGetProperty("dailyLossUsedPct", out JsonElement used) && used.GetDecimal() == lost);

    private static async Task<JsonElement> RecordAsync(TerminalDesk desk, int count)
    {
        JsonElement[] records = [];
        for (int attempt = 0; attempt < 60 && records.Length < count; attempt++)
        {
            records = await desk.RecordsAsync("account.booking");
        }

        Assert.Equal(count, records.Length);
        return records[^1];
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();

    private static decimal Money(JsonElement record, string name) => decimal.Parse(Text(record, name)!, System.Globalization.CultureInfo.InvariantCulture);
}
