using OpenTrading.Kernel.Orders;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>What brokers answer instead of a fill.</summary>
public sealed class ReturnCodeTests
{
    [EmulatorTheory]
    [InlineData(10004, "REQUOTE (10004)")]
    [InlineData(10016, "INVALID_STOPS (10016)")]
    [InlineData(10019, "NO_MONEY (10019)")]
    [InlineData(10030, "INVALID_FILL (10030)")]
    public async Task Open_BrokerRefuses_EndsRejectedWithItsReason(int code, string reason)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync($"fault reject={code}");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Rejected);

        Assert.StartsWith(reason, order.Why, StringComparison.Ordinal);
        await bench.AgreesAsync();
        Assert.Empty(bench.Broker.Snapshot().Positions);
    }

    [EmulatorTheory]
    [InlineData(10012)]
    [InlineData(10031)]
    public async Task Open_ExecutedThoughAnsweredWithAnUnknownCode_EndsFilled(int code)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync($"fault lost={code} times=1");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Filled);

        Assert.Contains(bench.Records, r => r.Type == "order.unknown");
        await bench.AgreesAsync();
    }

    [EmulatorTheory]
    [InlineData(10012)]
    [InlineData(10031)]
    public async Task Open_UnknownAndNothingAtTheBroker_StaysUnknownAndIsNeverSentAgain(int code)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync($"fault reject={code} times=1");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.UntilAsync(() => bench.Notes.Notes.Any(n => n.Type == "ea.outcome"));

        Assert.Equal(OrderState.OutcomeUnknown, order.State);
        Assert.Equal("unknown", bench.Notes.Only("ea.outcome")["outcome"]);
        Assert.Equal(1, bench.Broker.Health.Unknown);
        await bench.AgreesAsync();
        Assert.Empty(bench.Broker.Snapshot().Positions);
    }

    [EmulatorFact]
    public async Task Open_UnknownAndExecutedLate_IsFoundWhenItHappens()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.Terminal.CommandAsync("fault late=10012 times=1");
        Order order = bench.Desk.Send(bench.Buy());
        await bench.UntilAsync(() => order.State == OrderState.OutcomeUnknown);

        await bench.Terminal.CommandAsync("late");
        await bench.EndsAsync(order, OrderState.Filled);

        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Mt4Open_TimeoutAfterExecution_EndsFilledOnce()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("mt4", []);
        await bench.Terminal.CommandAsync("fault lost=128 times=1");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Filled);

        Assert.Contains(bench.Records, r => r.Type == "order.unknown");
        await bench.AgreesAsync();
    }

    [EmulatorTheory]
    [InlineData("reject=138", "REQUOTE (138)")]
    [InlineData("context_busy", "TRADE_CONTEXT_BUSY (146)")]
    public async Task Mt4Open_RequoteOrBusy_EndsRejectedWithItsReason(string fault, string reason)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("mt4", []);
        await bench.Terminal.CommandAsync($"fault {fault}");

        Order order = bench.Desk.Send(bench.Buy());
        await bench.EndsAsync(order, OrderState.Rejected);

        Assert.StartsWith(reason, order.Why, StringComparison.Ordinal);
        await bench.AgreesAsync();
    }
}
