using OpenTrading.Kernel.Orders;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>The kill level that the expert holds by itself, and who lets it go.</summary>
public sealed class LatchTests
{
    [EmulatorFact]
    public async Task Latch_PulledByTheHost_HoldsEntriesUntilAHigherRecordLetsGo()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();

        await bench.Broker.LatchAsync(2, 7, default);
        Assert.Equal(2, bench.Broker.Health.LatchLevel);
        Order held = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(held, OrderState.Rejected);
        IOException low = await Assert.ThrowsAsync<IOException>(() => bench.Broker.RearmAsync(7, default).AsTask());
        await bench.Broker.RearmAsync(8, default);

        Assert.StartsWith("EA_LIMIT: entries are latched at level 2", held.Why, StringComparison.Ordinal);
        Assert.Contains("rearm seq 7 is not above the latch's 7", low.Message, StringComparison.Ordinal);
        Assert.Equal(0, bench.Broker.Health.LatchLevel);
        Assert.Equal("2", bench.Notes.Only("ea.latched")["level"]);
        Assert.Equal("0", bench.Notes.Only("ea.rearmed")["level"]);
        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Latch_OfAnExpertThatWasLeftAlone_IsSeenAfterwardsAndLetGo()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync("fault no_connect");
        await bench.Terminal.CommandAsync("cut");
        await bench.UntilAsync(() => !bench.Broker.Health.IsConnected);
        await bench.Terminal.CommandAsync("clock advance 700000");
        await bench.Terminal.CommandAsync("clear no_connect");
        await bench.UntilAsync(() => bench.Broker.Health is { IsConnected: true, LatchLevel: 1 });

        Order held = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(held, OrderState.Rejected);
        await bench.Broker.RearmAsync(1, default);

        Assert.StartsWith("EA_LIMIT: entries are latched at level 1", held.Why, StringComparison.Ordinal);
        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Rearm_TerminalGone_IsSaid()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        bench.Terminal.Kill();
        await bench.UntilAsync(() => !bench.Broker.Health.IsConnected);

        await Assert.ThrowsAnyAsync<IOException>(() => bench.Broker.RearmAsync(9, default).AsTask());
    }
}
