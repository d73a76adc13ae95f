using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Tests.Sessions;

public sealed class SessionTests
{
    [Fact]
    public void OnBar_BuyAtTheClose_FillsAtTheNextOpensAsk()
    {
        SessionBench bench = Alone(AccountMode.Hedging, On(1, c => c.Buy("up")));

        bench.Run(1.1000, 1.1010);
        Assert.Empty(bench.Fills);
        Assert.Equal(OrderState.Submitted, Assert.Single(bench.Orders).State);
        bench.Run(1.1020);

        SimulatedFill fill = Assert.Single(bench.Fills);
        Assert.Equal((1.10210m, Scene.Now.AddHours(2)), (fill.Price, fill.Time));
        Assert.Equal(OrderState.Reconciled, bench.Orders[0].State);
    }

    [Fact]
    public void OnBar_SellAtTheClose_FillsAtTheNextOpensBid()
    {
        SessionBench bench = Alone(AccountMode.Hedging, On(0, c => c.Sell("down"))).Run(1.1000, 1.1020);

        Assert.Equal(1.10200m, Assert.Single(bench.Fills).Price);
    }

    [Fact]
    public void OnBar_DistancesInPoints_BecomeLevelsFromTheEntry()
    {
        SessionBench bench = Alone(AccountMode.Hedging, On(0, c => c.Buy("up", stop: Level.Points(100), target: Level.Points(200)))).Run(1.1000);

        OrderIntent order = Assert.Single(bench.Orders).Intent;
        Assert.Equal((1.10010m, 1.09910m, 1.10210m), (order.ReferencePrice, order.StopLoss, order.TakeProfit));
        Assert.Equal("strategy:a", order.Proposer);
    }

    [Fact]
    public void OnBar_NettingAgainstThePosition_TurnsAroundInOneOrder()
    {
        SessionBench bench = Alone(AccountMode.Netting, Turning).Run(1.1000, 1.1010, 1.1020);

        Assert.Equal([0.10m, 0.20m], bench.Orders.Select(o => o.Intent.Volume));
        Assert.Equal([OrderKind.Open, OrderKind.Open], bench.Orders.Select(o => o.Intent.Kind));
        Assert.Equal(FillReason.Reverse, bench.Fills[^1].Reason);
        Position position = Assert.Single(bench.Broker.Snapshot().Positions);
        Assert.Equal((OrderSide.Sell, 0.10m), (position.Side, position.Volume));
    }

    [Fact]
    public void OnBar_HedgingAgainstThePosition_ClosesThenOpens()
    {
        SessionBench bench = Alone(AccountMode.Hedging, Turning).Run(1.1000, 1.1010, 1.1020);

        Assert.Equal([OrderKind.Open, OrderKind.Close, OrderKind.Open], bench.Orders.Select(o => o.Intent.Kind));
        Assert.Equal([0.10m, 0.10m, 0.10m], bench.Orders.Select(o => o.Intent.Volume));
        Assert.Equal([FillReason.Open, FillReason.Close, FillReason.Open], bench.Fills.Select(f => f.Reason));
        Position position = Assert.Single(bench.Broker.Snapshot().Positions);
        Assert.Equal((OrderSide.Sell, 0.10m), (position.Side, position.Volume));
    }

    [Fact]
    public void OnBar_Exit_ClosesThePosition()
    {
        SessionBench bench = Alone(AccountMode.Hedging, (c, bar) =>
        {
            On(0, x => x.Buy("up"))(c, bar);
            On(1, x => x.Exit("enough"))(c, bar);
        }).Run(1.1000, 1.1010, 1.1020);

        Assert.Equal([FillReason.Open, FillReason.Close], bench.Fills.Select(f => f.Reason));
        Assert.Empty(bench.Broker.Snapshot().Positions);
    }

    [Fact]
    public void OnBar_StrategyThrows_IsTakenOutAloneAndJournaled()
    {
        int seen = 0;
        var bench = new SessionBench(
            AccountMode.Hedging,
            ("broken", On(1, _ => throw new InvalidOperationException("boom"))),
            ("sound", (c, bar) =>
            {
                seen++;
                On(2, x => x.Buy("still here"))(c, bar);
            }));

        bench.Run(1.1000, 1.1010, 1.1020, 1.1030);

        Assert.Equal(new StrategyFault("broken", "OnBar threw InvalidOperationException: boom", NeedsRestart: false), Assert.Single(bench.Session.Faulted));
        Assert.Equal("broken", bench.Journal.Single("strategy.disabled").GetProperty("strategyId").GetString());
        Assert.Equal(4, seen);
        Assert.Equal("strategy:sound", Assert.Single(bench.Orders).Intent.Proposer);
    }

    [Fact]
    public void OnBar_StrategyThrowsAfterASignal_TheSignalDoesNotCount()
    {
        SessionBench bench = Alone(AccountMode.Hedging, (c, _) =>
        {
            c.Buy("up");
            throw new InvalidOperationException("boom");
        }).Run(1.1000, 1.1010);

        Assert.Empty(bench.Orders);
        Assert.Single(bench.Session.Faulted);
    }

    [Fact]
    public void OnBar_Tie_LeadsToNoOrderAndJournalsEveryVote()
    {
        var bench = new SessionBench(AccountMode.Hedging, ("a", On(0, c => c.Buy("up", 0.9))), ("b", On(0, c => c.Sell("down", 0.1))));

        bench.Run(1.1000, 1.1010);

        Assert.Empty(bench.Orders);
        System.Text.Json.JsonElement decided = bench.Journal.Single("signal.decided");
        Assert.Equal("none", decided.GetProperty("action").GetString());
        Assert.StartsWith("tie", decided.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Equal(["up", "down"], decided.GetProperty("votes").EnumerateArray().Select(v => v.GetProperty("reason").GetString()));
    }

    [Fact]
    public void OnBar_MoveStopOfAPosition_IsInForceAtTheBroker()
    {
        SessionBench bench = Alone(AccountMode.Hedging, (c, bar) =>
        {
            On(0, x => x.Buy("up", stop: Level.Points(500)))(c, bar);
            On(1, x => x.Emit(new MoveStop(x.Position!.Ticket, 1.0980)))(c, bar);
        }).Run(1.1000, 1.1010);

        Assert.Equal(1.09800m, Assert.Single(bench.Broker.Snapshot().Positions).StopLoss);
        Assert.Equal(OrderClass.Tighten, bench.Orders[^1].Class);
    }

    private static SessionBench Alone(AccountMode mode, Action<StrategyContext, long> onBar) => new(mode, ("a", onBar));

    private static Action<StrategyContext, long> On(long bar, Action<StrategyContext> act) => (context, now) =>
    {
        if (now == bar)
        {
            act(context);
        }
    };

    // Long on the first bar, short on the second.
    private static void Turning(StrategyContext context, long bar)
    {
        On(0, c => c.Buy("up"))(context, bar);
        On(1, c => c.Sell("down"))(context, bar);
    }
}
