using System.Text.Json;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>The host dies while the terminal works on its order.</summary>
public sealed class KillMidOrderTests
{
    [FaultFact]
    public async Task Kill_WhileTheTerminalSendsTheOrder_EndsFilledOnce()
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();
        JsonElement request = await desk.RequestUntilWaitingAsync(attempt => $"slow.{attempt}");
        object id = new { requestId = request.GetProperty("requestId").GetString() };

        // The broker answers when the host is long gone: it dies as soon as the order has left.
        await desk.Terminal.CommandAsync("fault latency=1500");
        desk.Arm(new FailPoint("effect", "order.submitting", "\"op\":\"send\""));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => desk.ApproveAsync(request));
        await desk.HostEndedAsync();
        await desk.Terminal.CommandAsync("clear latency");
        await desk.RestartAsync();
        JsonElement status = await desk.UntilAsync("get_execution_status", id, answer => answer.GetProperty("state").GetString() == "rejected" || EventsOf(answer)[^1] == "order.reconciled");

        string[] events = EventsOf(status);
        Assert.Equal("filled", status.GetProperty("state").GetString());
        Assert.Equal(["order.submitting", "order.unknown"], events.SkipWhile(e => e != "order.submitting").Take(2));
        Assert.Equal(["order.fill", "order.reconciled"], events[^2..]);
        Assert.Equal(1, Assert.Single(await desk.SentAsync()).Value);
        Assert.Single(await desk.PositionsAsync());
        Assert.Equal(0, await desk.VerifyAsync());
    }

    private static string[] EventsOf(JsonElement status) => [.. status.GetProperty("timeline").EnumerateArray().Select(s => s.GetProperty("event").GetString()!)];
}
