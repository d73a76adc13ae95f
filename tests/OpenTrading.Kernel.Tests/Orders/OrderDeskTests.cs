using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class OrderDeskTests
{
    [Fact]
    public void Submit_Passing_TakesEveryStepInOrder()
    {
        var bench = new DeskBench();

        Order order = bench.Desk.Submit(Scene.Buy);

        Assert.Equal(
            ["day.reference", "order.proposed", "order.prechecked", "approval.auto", "order.finalchecked", "order.submitting"], bench.Journal.Types);
        Assert.Equal(OrderState.Submitting, order.State);
        Assert.Equal(order.Hash, bench.Journal.Single("order.prechecked").GetProperty("orderHash").GetString());
    }

    [Fact]
    public void Submit_FirstLookRejects_EndsThereWithViolations()
    {
        var bench = new DeskBench(RuleStub.Rejecting.Bind("a"));

        Order order = bench.Desk.Submit(Scene.Buy);

        Assert.Equal((OrderState.Rejected, "RISK_REJECTED"), (order.State, order.Why));
        Assert.Equal("a", Assert.Single(order.Violations).Rule);
        Assert.Equal("pre", bench.Journal.Single("order.rejected").GetProperty("stage").GetString());
        Assert.Empty(bench.Broker.Sent);
    }

    [Fact]
    public void Submit_FirstLookReduces_SendsTheLowerVolumeBoundByTheHash()
    {
        var bench = new DeskBench(RuleStub.AtMost(0.205m).Bind());

        Order order = bench.Desk.Submit(Scene.Buy);

        Assert.Equal(0.20m, Assert.Single(bench.Broker.Sent).Order.Volume);
        Assert.Equal(
            OrderHash.OfOrder(order.Id, Scene.Buy with { Volume = 0.20m }, "paper@sim", "paper", DeskBench.Settings.ConfigHash, order.ExpiresAt), order.Hash);
    }

    [Fact]
    public void Submit_FinalLookRejects_SendsNothing()
    {
        var onlyFirst = new RuleStub(c => RuleResult.Test(c.Stage == GateStage.Pre, "1", "=", "1"));
        var bench = new DeskBench(onlyFirst.Bind());

        Order order = bench.Desk.Submit(Scene.Buy);

        Assert.Equal(OrderState.Rejected, order.State);
        Assert.Equal("final", bench.Journal.Single("order.rejected").GetProperty("stage").GetString());
        Assert.Empty(bench.Broker.Sent);
    }

    [Fact]
    public void Submit_SameKeyAgain_ReturnsTheOrderAndSendsNothingMore()
    {
        var bench = new DeskBench();
        Order first = bench.Desk.Submit(Scene.Buy);
        int records = bench.Journal.Records.Count;

        Assert.Same(first, bench.Desk.Submit(Scene.Buy));

        Assert.Single(bench.Broker.Sent);
        Assert.Equal(records, bench.Journal.Records.Count);
    }

    [Fact]
    public void Submit_KillSwitchBetweenApprovalAndSend_CancelsTheEntry()
    {
        var bench = new DeskBench();
        bench.Journal.Appended = type => bench.Kill.Level = type == "order.finalchecked" ? 1 : bench.Kill.Level;

        Order order = bench.Desk.Submit(Scene.Buy);

        Assert.Equal((OrderState.Cancelled, "kill"), (order.State, order.Why));
        Assert.Equal("kill", bench.Journal.Single("order.cancelled").GetProperty("why").GetString());
        Assert.DoesNotContain("order.submitting", bench.Journal.Types);
        Assert.Empty(bench.Broker.Sent);
    }

    [Fact]
    public void Submit_CloseUnderTheKillSwitch_IsSent()
    {
        var bench = new DeskBench();
        bench.Broker.State = bench.Broker.State with { Positions = [Scene.Long] };
        bench.Kill.Level = 3;

        bench.Desk.Submit(Scene.Buy with { Kind = OrderKind.Close, Side = OrderSide.Sell, Target = 7, Volume = 0.50m });

        Assert.Equal(OrderKind.Close, Assert.Single(bench.Broker.Sent).Order.Kind);
    }
}
