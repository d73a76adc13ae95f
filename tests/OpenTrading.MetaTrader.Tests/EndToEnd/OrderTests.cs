using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>Orders from the router through the expert to the broker and back.</summary>
public sealed class OrderTests
{
    [EmulatorFact]
    public async Task Order_OpenedMovedAndClosedInParts_IsTheSameOnBothSides()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync("--suffix", ".r", "--chart", "EURUSD.r");

        Order opened = await bench.FilledAsync(bench.Buy(0.3m));
        Position position = Assert.Single(bench.Broker.Snapshot().Positions);
        Assert.Equal(("EURUSD", 0.3m, opened.FillPrice, opened.Position), (position.Symbol, position.Volume, position.EntryPrice, position.Ticket));
        await bench.AgreesAsync();

        decimal stop = position.StopLoss!.Value + 0.001m;
        await bench.FilledAsync(bench.Buy() with { Kind = OrderKind.Modify, Target = position.Ticket, Volume = position.Volume, StopLoss = stop, TakeProfit = Math.Round(position.EntryPrice * 1.05m, 5) });
        Assert.Equal(stop, bench.Broker.Snapshot().Positions[0].StopLoss);

        Order part = await bench.FilledAsync(bench.Close(position, 0.1m));
        Assert.Equal(0.2m, bench.Broker.Snapshot().Positions[0].Volume);
        Assert.Equal(0.1m, part.FilledVolume);
        await bench.AgreesAsync();

        await bench.FilledAsync(bench.Close(bench.Broker.Snapshot().Positions[0]));
        Assert.Empty(bench.Broker.Snapshot().Positions);
        await bench.AgreesAsync();
        Assert.All(bench.Desk.Orders, o => Assert.Equal(OrderState.Reconciled, o.State));
        Assert.DoesNotContain(bench.Records, r => r.Type is "recon.unmatched" or "position.deal" or "order.illegal_transition");
    }

    [EmulatorFact]
    public async Task Pending_PlacedMovedAndCancelled_IsToldUnderItsOwnId()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();

        Order placed = bench.Desk.Send(bench.Limit());
        await bench.UntilAsync(() => placed.State == OrderState.Submitted);
        WorkingOrder working = Assert.Single(bench.Broker.Snapshot().Orders);
        Assert.Equal((placed.Ticket, placed.Intent.Price), (working.Ticket, working.Price));

        decimal price = working.Price - 0.001m;
        await bench.FilledAsync(bench.Limit() with { Kind = OrderKind.Modify, Target = working.Ticket, Price = price, StopLoss = working.StopLoss });
        Assert.Equal(price, bench.Broker.Snapshot().Orders[0].Price);
        await bench.AgreesAsync();

        await bench.FilledAsync(bench.Limit() with { Kind = OrderKind.Cancel, Target = working.Ticket });
        await bench.EndsAsync(placed, OrderState.Cancelled);
        Assert.Empty(bench.Broker.Snapshot().Orders);
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Order_WithoutStop_IsRefusedByTheExpertsOwnWall()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();

        Order order = bench.Desk.Send(bench.Buy() with { StopLoss = null });
        await bench.EndsAsync(order, OrderState.Rejected);

        Assert.StartsWith("EA_LIMIT", order.Why, StringComparison.Ordinal);
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Order_TerminalGone_IsRefusedAtOnceAndNeverSentLater()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        OrderIntent buy = bench.Buy();
        bench.Terminal.Kill();
        await bench.UntilAsync(() => !bench.Broker.Health.IsConnected);

        Order order = bench.Desk.Send(buy);
        await bench.EndsAsync(order, OrderState.Rejected);
        bench.Terminal.Start();
        await bench.UntilAsync(() => bench.Broker.Health.IsConnected);

        Assert.StartsWith("NOT_CONNECTED", order.Why, StringComparison.Ordinal);
        Assert.Equal("", bench.Broker.Health.Obstacle);
        await bench.AgreesAsync();
        Assert.Empty(bench.Broker.Snapshot().Positions);
    }
}
