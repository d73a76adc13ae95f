using System.Text.Json;
using OpenTrading.Integration.Tests.MetaTrader;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>Many who call at once, and one who calls again with what was captured: one order, one outcome, one send.</summary>
public sealed class RaceTests
{
    private static readonly string[] Endings = ["approval.granted", "approval.denied", "order.cancelled"];

    [FaultFact]
    public async Task Calls_ManyAtOnceForOneOrder_HaveOneOutcome()
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();

        // One key, a hundred times.
        JsonElement[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PatientlyAsync(() => desk.RequestAsync("same"))));
        JsonElement request = answers[0];
        string id = request.GetProperty("requestId").GetString()!;
        Assert.All(answers, a => Assert.Equal(id, a.GetProperty("requestId").GetString()));
        Assert.Single(answers, a => !a.TryGetProperty("replayed", out _));
        JsonElement other = await PatientlyAsync(() => desk.CallAsync(
            "request_live_order", new { symbol = "EURUSD", side = "buy", lots = 0.02, stopLoss = 1.08250, takeProfit = 1.08950, reason = "test", idempotencyKey = "same" }));
        Assert.Equal("CONFLICT", TerminalDesk.Code(other));

        // Sixty-four who approve, deny and withdraw it.
        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => PatientlyAsync(() => (i % 3) switch
        {
            0 => desk.ApproveAsync(request),
            1 => desk.OperateAsync("reject_request", new { requestId = id, reason = "other" }),
            _ => desk.CallAsync("withdraw_request", new { id, reason = "race", idempotencyKey = $"w{i}" }),
        })));
        JsonElement status = await desk.UntilAsync("get_execution_status", new { requestId = id }, a => a.GetProperty("state").GetString() is "filled" or "rejected" or "cancelled");
        bool isFilled = status.GetProperty("state").GetString() == "filled";
        Assert.Single(status.GetProperty("timeline").EnumerateArray(), s => Endings.Contains(s.GetProperty("event").GetString()));
        Assert.Equal(isFilled ? 1 : 0, (await desk.SentAsync()).Count);
        Assert.Equal(isFilled ? 1 : 0, (await desk.PositionsAsync()).Length);
        Assert.Equal(0, await desk.VerifyAsync());
    }

    [FaultFact]
    public async Task Approval_CapturedAndSentAgain_IsRefusedWhoeverSendsIt()
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();
        JsonElement request = await desk.RequestUntilWaitingAsync(attempt => $"r.{attempt}");
        var captured = new { requestId = request.GetProperty("requestId").GetString(), orderHash = request.GetProperty("orderHash").GetString() };
        string session = desk.Session;

        Assert.Equal("NOT_PERMITTED", TerminalDesk.Code(await desk.CallAsync("create_approval", captured)));
        Assert.Null(TerminalDesk.Code(await desk.OperateAsync("create_approval", captured)));
        JsonElement[] again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.OperateAsync("create_approval", captured)));
        Assert.All(again, a => Assert.Equal("STATE_CONFLICT", TerminalDesk.Code(a)));

        await desk.KillHostAsync();
        await desk.RestartAsync();
        Assert.Equal("UNAUTHENTICATED", TerminalDesk.Code(await desk.CallAsync("create_approval", captured, session)));
        Assert.Equal("STATE_CONFLICT", TerminalDesk.Code(await desk.OperateAsync("create_approval", captured)));
        Assert.Single(await desk.SentAsync());
        Assert.Single(await desk.PositionsAsync());
    }

    // A caller may change little in a second; who is told so comes again.
    private static async Task<JsonElement> PatientlyAsync(Func<Task<JsonElement>> call)
    {
        while (true)
        {
            JsonElement answer = await call();
            if (TerminalDesk.Code(answer) != "RATE_LIMITED")
            {
                return answer;
            }

            await Task.Delay(100);
        }
    }
}
