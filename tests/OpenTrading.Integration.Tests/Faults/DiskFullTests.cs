using System.Text.Json;
using OpenTrading.Integration.Tests.MetaTrader;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>The disk of the journal is full: nothing that raises risk leaves, what lowers it goes on from the reserve, and then nothing does.</summary>
public sealed class DiskFullTests
{
    private static readonly string[] Requesting = ["order.proposed", "order.prechecked", "order.awaiting"];
    private static readonly string[] Approving = ["approval.granted", "order.finalchecked", "order.submitting"];

    [FaultFact]
    public async Task Append_NoSpaceAnywhereOnAnEntrysWay_SendsNothingAndStopsEntries()
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();

        foreach (string type in Requesting)
        {
            await desk.EntriesPassAsync();
            await FillsUpAsync(desk, type, () => desk.RequestAsync($"full.{type}"));
        }

        foreach (string type in Approving)
        {
            JsonElement request = await desk.RequestUntilWaitingAsync(attempt => $"full.{type}.{attempt}");
            await FillsUpAsync(desk, type, () => desk.ApproveAsync(request));
            Assert.NotEqual("filled", (await desk.CallAsync("get_execution_status", new { requestId = request.GetProperty("requestId").GetString() })).GetProperty("state").GetString());
        }

        Assert.Empty(await desk.SentAsync());
        Assert.Equal(0, await desk.VerifyAsync());
    }

    [FaultFact]
    public async Task Close_NoSpaceButTheReserve_IsJournaledAndSentAndThenRefused()
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();
        await OpenAsync(desk, "first");

        // The reserve is there for what lowers risk.
        desk.Arm(new FailPoint("full", "*"));
        JsonElement flat = await desk.OperateAsync("flatten_live", new { why = "test", idempotencyKey = "flat1" });
        Assert.True(TerminalDesk.Code(flat) is null && flat.GetProperty("closed").GetArrayLength() == 1, flat.GetRawText());
        Assert.Empty(await desk.PositionsAsync());
        Assert.Null(TerminalDesk.Code(await desk.OperateAsync("trigger_kill_switch", new { level = 2, reason = "test" })));
        Assert.False(File.Exists(desk.Workspace.InHome("audit", "reserve.bin")));

        // The switch's file could not be written, and its level is there again all the same.
        await BackAsync(desk);
        Assert.Equal(2, await desk.KillLevelAsync());
        await desk.RearmAsync();

        // Without a reserve nothing leaves.
        await OpenAsync(desk, "second");
        int sent = (await desk.SentAsync()).Count;
        desk.Arm(new FailPoint("empty", "*"));
        JsonElement refused = await desk.OperateAsync("flatten_live", new { why = "test", idempotencyKey = "flat2" });
        Assert.NotNull(TerminalDesk.Code(refused));
        Assert.NotNull(TerminalDesk.Code(await desk.OperateAsync("trigger_kill_switch", new { level = 3, reason = "test" })));
        Assert.Equal(3, await desk.KillLevelAsync());
        Assert.Equal((sent, 1), ((await desk.SentAsync()).Count, (await desk.PositionsAsync()).Length));

        // With space again all is well.
        await BackAsync(desk);
        Assert.Null(TerminalDesk.Code(await desk.OperateAsync("flatten_live", new { why = "test", idempotencyKey = "flat3" })));
        Assert.Empty(await desk.PositionsAsync());
        Assert.True(File.Exists(desk.Workspace.InHome("audit", "reserve.bin")));
        Assert.Equal(0, await desk.VerifyAsync());
    }

    private static async Task FillsUpAsync(FaultDesk desk, string type, Func<Task<JsonElement>> call)
    {
        desk.Arm(new FailPoint("full", type));

        JsonElement answer = await call();

        Assert.True(TerminalDesk.Code(answer) is not null, $"{type}: {answer.GetRawText()}");
        Assert.Equal(1, await desk.KillLevelAsync());
        Assert.NotNull(TerminalDesk.Code(await desk.RequestAsync($"after.{type}")));
        Assert.Empty(await desk.SentAsync());
        await BackAsync(desk);
        Assert.Equal(1, await desk.KillLevelAsync());
        await desk.RearmAsync();
    }

    private static async Task BackAsync(FaultDesk desk)
    {
        await desk.KillHostAsync();
        desk.Disarm();
        await desk.RestartAsync();
    }

    private static async Task OpenAsync(FaultDesk desk, string name)
    {
        JsonElement request = await desk.RequestUntilWaitingAsync(attempt => $"{name}.{attempt}");
        await desk.ApproveAsync(request);
        await desk.UntilAsync("get_execution_status", new { requestId = request.GetProperty("requestId").GetString() }, answer => answer.GetProperty("state").GetString() == "filled");
        Assert.Single(await desk.PositionsAsync());
    }
}
