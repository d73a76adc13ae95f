using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>What happens to an account besides its orders.</summary>
public sealed class AccountTests
{
    [EmulatorFact]
    public async Task Instrument_DistancesOfTheBroker_AreThoseTheRulesSee()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--symbol", "EURUSD:stops_level=30,freeze_level=12");

        Instrument instrument = bench.Bridge.Terminals.All[0].Symbols.Sheet("EURUSD")!.Instrument;

        Assert.Equal((30, 12, 0m), (instrument.StopsLevel, instrument.FreezeLevel, instrument.VolumeLimit));
    }

    [EmulatorFact]
    public async Task Open_PartOfItFills_RestIsCancelledAndThePartCounts()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--symbol", "EURUSD:filling=2", "--fault", "partial=0.4");

        Order order = bench.Desk.Send(bench.Buy(1.0m));
        await bench.EndsAsync(order, OrderState.Cancelled);

        Assert.Equal(0.4m, order.FilledVolume);
        await bench.AgreesAsync();
        Assert.Equal(0.4m, Assert.Single(bench.Broker.Snapshot().Positions).Volume);
    }

    [EmulatorFact]
    public async Task Pending_PartOfItFillsThenCancelled_PartCounts()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--fault", "partial=0.4");
        Order placed = bench.Desk.Send(bench.Limit(1.0m));
        await bench.UntilAsync(() => placed.State == OrderState.Submitted);

        await bench.PriceAsync(placed.Intent.Price!.Value - 0.0010m, placed.Intent.Price!.Value - 0.0008m);
        await bench.UntilAsync(() => placed.State == OrderState.PartiallyFilled);
        await bench.AgreesAsync();
        await bench.FilledAsync(bench.Limit() with { Kind = OrderKind.Cancel, Target = placed.Ticket });
        await bench.EndsAsync(placed, OrderState.Cancelled);

        Assert.Equal(0.4m, placed.FilledVolume);
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Netting_OppositeOrderBeyondThePosition_ReversesIt()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--mode", "netting");
        await bench.FilledAsync(bench.Buy(0.1m));

        Order reversal = await bench.FilledAsync(bench.Market(OrderSide.Sell, 0.3m));

        Position position = Assert.Single(bench.Broker.Snapshot().Positions);
        Assert.Equal((OrderSide.Sell, 0.2m, 0.3m), (position.Side, position.Volume, reversal.FilledVolume));
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Position_StoppedOutWhileNobodyListens_IsToldAfterwards()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.FilledAsync(bench.Buy());
        await bench.Terminal.CommandAsync("fault no_connect");
        await bench.Terminal.CommandAsync("cut");
        await bench.UntilAsync(() => !bench.Broker.Health.IsConnected);

        await bench.Terminal.CommandAsync("quote EURUSD 1.07000 1.07012");
        Assert.Empty(await bench.Terminal.RowsAsync("positions"));
        await bench.Terminal.CommandAsync("clear no_connect");
        await bench.UntilAsync(() => bench.Records.Any(r => r.Type == "position.deal"));

        (string _, string deal) = Assert.Single(bench.Records, r => r.Type == "position.deal");
        Assert.Contains("\"reason\":\"sl\"", deal, StringComparison.Ordinal);
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Clock_OffsetChanges_NothingIsToldTwiceAndTimesStayUtc()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        await bench.FilledAsync(bench.Buy());
        await bench.Terminal.CommandAsync("clock offset 10800");
        await bench.UntilAsync(() => bench.Bridge.Terminals.All[0].Offset == TimeSpan.FromHours(3));

        Order order = await bench.FilledAsync(bench.Buy());

        Assert.InRange(order.FilledAt!.Value, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5));
        await bench.UntilAsync(() => bench.Records.Count(r => r.Type == "order.reconciled") == 2);
        Assert.Equal(2, bench.Records.Count(r => r.Type == "order.fill"));
        Assert.DoesNotContain(bench.Records, r => r.Type == "position.deal");
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Account_SwitchedInTheTerminal_GetsNoOrderOfTheOther()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        OrderIntent buy = bench.Buy();
        string account = bench.Bridge.Terminals.All[0].Account;
        await bench.Terminal.CommandAsync("switch 7654321");
        await bench.UntilAsync(() => bench.Bridge.Terminals.All.Any(t => t.Account != account && t.IsReady));

        Order order = bench.Desk.Send(buy);
        await bench.EndsAsync(order, OrderState.Rejected);

        Assert.StartsWith("NOT_CONNECTED", order.Why, StringComparison.Ordinal);
        Assert.False(bench.Broker.Health.IsConnected);
        Assert.Empty(await bench.Terminal.RowsAsync("positions"));
        Assert.Contains(bench.Notes.Notes, n => n.Type == "ea.disconnected" && n.Facts["why"]!.Contains("account_changed", StringComparison.Ordinal));
    }
}
