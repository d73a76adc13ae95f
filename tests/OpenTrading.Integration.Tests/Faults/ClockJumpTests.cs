using System.Text.Json;
using OpenTrading.Integration.Tests.MetaTrader;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>The wall clock of a running host is set: no entry leaves, and what waits for a human neither gains nor loses time.</summary>
public sealed class ClockJumpTests
{
    [FaultFact]
    public async Task Clock_SetByAnHour_KeepsEntriesOutAndRequestsAlive()
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();

        foreach (int hours in (int[])[1, -1])
        {
            JsonElement request = await desk.RequestUntilWaitingAsync(attempt => $"jump{hours}.{attempt}", lots: 0.02m);
            object id = new { requestId = request.GetProperty("requestId").GetString() };

            desk.SetClock(TimeSpan.FromHours(hours));
            JsonElement refused = await desk.RequestAsync($"away{hours}");
            Assert.NotNull(TerminalDesk.Code(refused));
            Assert.Contains("clock_skew_max", refused.GetRawText(), StringComparison.Ordinal);
            Assert.Equal("awaiting_approval", (await desk.CallAsync("get_execution_status", id)).GetProperty("state").GetString());

            desk.SetClock(TimeSpan.Zero);
            await desk.RequestUntilWaitingAsync(attempt => $"back{hours}.{attempt}");
            JsonElement approved = await desk.ApproveAsync(request);
            Assert.True(approved.TryGetProperty("state", out JsonElement state) && state.GetString() == "filled", approved.GetRawText());
            await desk.Terminal.CommandAsync($"close {Assert.Single(await desk.PositionsAsync())}");
            await desk.PositionsAsync();
        }

        Assert.Equal(2, (await desk.SentAsync()).Count);
        Assert.Equal(0, await desk.VerifyAsync());
    }
}
