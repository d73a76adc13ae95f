using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Matching;

public class OrderTests
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(1_000_001)]
    public void Place_VolumeOffTheLimits_IsRejectedAtOnce(decimal lots)
    {
        var bench = Started();
        bench.Market(OrderSide.Buy, lots);

        Assert.Equal(RejectionReason.Volume, Assert.Single(bench.Events.Rejections).Reason);
        Assert.Empty(bench.Engine.Orders);
    }

    [Fact]
    public void Place_VolumeBetweenSteps_IsFloored()
    {
        var bench = Started();
        bench.Market(OrderSide.Buy, 2.9m);
        bench.Bar(100, 101, 99, 100);

        Assert.Equal(["B 2 100.02 open"], bench.Fills());
    }

    [Fact]
    public void Place_LimitWithoutPrice_Throws() => Assert.Contains(
        "Price",
        Assert.Throws<ArgumentException>(() => Started().Engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1 })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Close_PositionAlreadyStopped_IsDropped()
    {
        var bench = Started();
        bench.Market(OrderSide.Buy, stopLoss: 99);
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Engine.Close(1);
        bench.Bar(98, 99, 97, 98);

        Assert.Equal(RejectionReason.PositionGone, Assert.Single(bench.Events.Rejections).Reason);
        Assert.Equal(["B 1 100.02 open", "S 1 98.00 sl"], bench.Fills());
    }

    [Fact]
    public void Place_CloseOnThePositionsOwnSide_Throws()
    {
        var bench = Started();
        bench.Market(OrderSide.Buy);
        bench.Bar(100, 100.5, 99.5, 100);

        Assert.Throws<ArgumentException>(() => bench.Engine.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1, PositionId = 1 }));
        Assert.Empty(bench.Engine.Orders);
    }

    [Fact]
    public void OnBar_UnsoundOrRepeated_Throws()
    {
        var bench = Started();
        long time = new DateTime(2024, 1, 9, 0, 0, 0, DateTimeKind.Utc).Ticks;

        Assert.Throws<ArgumentException>(() => bench.Engine.OnBar(0, new BarPoints(time, 100, 99, 98, 99, 0)));
        bench.Engine.OnBar(0, new BarPoints(time, 100, 100, 100, 100, 0));
        Assert.Throws<InvalidOperationException>(() => bench.Engine.OnBar(0, new BarPoints(time, 100, 100, 100, 100, 0)));
    }

    [Fact]
    public void Close_UnknownPosition_PlacesNothing()
    {
        var bench = Started();
        Assert.Equal(0, bench.Engine.Close(7));
        Assert.Empty(bench.Engine.Orders);
    }

    [Fact]
    public void Bar_OneOfAGroupFills_CancelsTheOthersInTheSameEvent()
    {
        var bench = Started();
        bench.Engine.Place(Stop(OrderSide.Buy, 101.5m) with { OcoGroup = 5 });
        bench.Engine.Place(Stop(OrderSide.Sell, 99) with { OcoGroup = 5 });
        bench.Engine.Place(Stop(OrderSide.Sell, 98.5m));
        bench.Bar(100, 102, 98, 101);

        Assert.Equal(["S 1 99.00 open", "S 1 98.50 open"], bench.Fills());
        var cancelled = Assert.Single(bench.Events.Cancellations);
        Assert.Equal((1L, CancellationReason.OneCancelsOther), (cancelled.Order.Id, cancelled.Reason));
    }

    [Theory]
    [InlineData(IntrabarModel.Pessimistic)]
    [InlineData(IntrabarModel.OhlcPath)]
    public void Bar_StopLimitWhoseLimitIsNotPassive_FillsAtTheStop(IntrabarModel intrabar)
    {
        var bench = new Bench(
            options: new MatchingOptions { Intrabar = intrabar },
            setup: new InstrumentSetup { Instrument = Bench.Test, Slippage = new FixedSlippage(5) });
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Engine.Place(Stop(OrderSide.Buy, 101) with { Type = OrderType.StopLimit, LimitPrice = 101.2m });
        bench.Bar(100, 102, 99.9, 101);

        Assert.Equal(["B 1 101.00 open"], bench.Fills());
    }

    [Fact]
    public void Bar_StopLimitOnThePath_WorksAsLimitInTheSameBar()
    {
        var bench = new Bench(options: new MatchingOptions { Intrabar = IntrabarModel.OhlcPath });
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Engine.Place(Stop(OrderSide.Buy, 101) with { Type = OrderType.StopLimit, LimitPrice = 100.5m });
        bench.Bar(100, 101.5, 99, 99.5);

        Assert.Equal(["B 1 100.50 open"], bench.Fills());
    }

    [Fact]
    public void Bar_DayOrderPlacedAtTheClose_LastsUntilTheRolloverAfterIt()
    {
        var setup = new InstrumentSetup { Instrument = Bench.Test, BarLength = TimeSpan.FromHours(1) };
        var bench = new Bench(setup: setup);
        bench.BarsFrom(new DateTime(2024, 1, 8, 21, 0, 0, DateTimeKind.Utc));
        bench.Bar(100, 100.5, 99.5, 100);
        long id = bench.Engine.Place(Limit(OrderSide.Buy, 90) with { Expiry = OrderExpiry.Day });

        Assert.Equal(new DateTime(2024, 1, 9, 22, 0, 0, DateTimeKind.Utc), bench.Engine.Orders[0].ExpiresAt);
        bench.BarsFrom(new DateTime(2024, 1, 9, 21, 0, 0, DateTimeKind.Utc));
        bench.Bar(100, 100.5, 99.5, 100);
        Assert.Single(bench.Engine.Orders);
        bench.Bar(100, 100.5, 80, 100);
        Assert.Empty(bench.Fills());
        Assert.Equal((id, CancellationReason.Expired), (bench.Events.Cancellations[0].Order.Id, bench.Events.Cancellations[0].Reason));
    }

    [Fact]
    public void Bar_SeveralOrdersExpire_AreReportedInOrder()
    {
        var bench = Started();
        var expiry = OrderExpiry.On(new DateTime(2024, 1, 8, 1, 0, 0, DateTimeKind.Utc));
        bench.Engine.Place(Limit(OrderSide.Buy, 90) with { Expiry = expiry });
        bench.Engine.Place(Limit(OrderSide.Buy, 91));
        bench.Engine.Place(Limit(OrderSide.Buy, 92) with { Expiry = expiry });
        bench.Bar(100, 100.5, 80, 100);

        Assert.Equal([1L, 3L], bench.Events.Cancellations.Select(c => c.Order.Id));
        Assert.Equal(["B 1 91.00 open"], bench.Fills());
    }

    [Fact]
    public void ChangeOrder_NewPrice_WorksFromTheNextBar()
    {
        var bench = Started();
        long id = bench.Engine.Place(Limit(OrderSide.Buy, 90) with { StopLoss = 80 });
        Assert.True(bench.Engine.ChangeOrder(id, 99.5m, null, 95, 110));
        Assert.Equal((99.5m, 95m, 110m), (bench.Engine.Orders[0].Price, bench.Engine.Orders[0].StopLoss, bench.Engine.Orders[0].TakeProfit));
        bench.Bar(100, 101, 99, 100);

        Assert.Equal(["B 1 99.50 open"], bench.Fills());
        Assert.Equal((95m, 110m), (bench.Engine.Positions[0].StopLoss, bench.Engine.Positions[0].TakeProfit));
    }

    [Fact]
    public void Cancel_WorkingOrder_RemovesItOnce()
    {
        var bench = Started();
        long id = bench.Engine.Place(Limit(OrderSide.Buy, 99));

        Assert.True(bench.Engine.Cancel(id));
        Assert.False(bench.Engine.Cancel(id));
        bench.Bar(100, 101, 98, 100);
        Assert.Empty(bench.Fills());
    }

    [Fact]
    public void ChangePosition_TighterStop_ActsInTheNextBarAndKeepsTheFirstRisk()
    {
        var bench = Started();
        bench.Market(OrderSide.Sell, 10, stopLoss: 105);
        bench.Bar(100, 100.5, 99.5, 100);
        Assert.True(bench.Engine.ChangePosition(1, 101, null));
        bench.Bar(100, 101.5, 99.5, 100);

        Assert.Equal("B 10 101.00 sl", bench.Fills()[^1]);
        Assert.Equal(50, bench.Events.Trades[0].InitialRisk!.Value, 1e-9);
    }

    [Fact]
    public void Bar_TrailingShort_FollowsTheAskLow()
    {
        var bench = Started();
        bench.Engine.Place(new OrderTicket { Side = OrderSide.Sell, Lots = 1, TrailingPoints = 100 });
        bench.Bar(100, 100.5, 99.5, 100);
        Assert.Equal(100.52m, bench.Engine.Positions[0].StopLoss);
        bench.Bar(100, 100.2, 97, 98);
        Assert.Equal(98.02m, bench.Engine.Positions[0].StopLoss);
        bench.Bar(97.9, 97.95, 97.5, 97.9);
        Assert.Equal(98.02m, bench.Engine.Positions[0].StopLoss);
    }

    [Fact]
    public void Bar_TrailingPositionOpenedInsideTheBar_FollowsOnlyTheClose()
    {
        var bench = Started();
        bench.Engine.Place(Limit(OrderSide.Buy, 99) with { TrailingPoints = 100 });
        bench.Bar(100, 103, 98.9, 99.5);

        Assert.Equal(98.5m, bench.Engine.Positions[0].StopLoss);
    }

    [Fact]
    public void Bar_OffsetsOfAShort_AreMirroredFromTheFill()
    {
        var bench = Started();
        bench.Engine.Place(new OrderTicket { Side = OrderSide.Sell, Lots = 1, StopLossOffset = 150, TakeProfitOffset = 300 });
        bench.Bar(100.1, 100.5, 99.5, 100);

        Assert.Equal((101.6m, 97.1m), (bench.Engine.Positions[0].StopLoss, bench.Engine.Positions[0].TakeProfit));
    }

    [Fact]
    public void Place_InsideAnEvent_Throws()
    {
        var listener = new PlacingListener();
        var engine = new MatchingEngine(
            new() { InitialCash = 1000 }, new(), [new InstrumentSetup { Instrument = Bench.Test }], listener);
        listener.Engine = engine;
        engine.OnBar(0, new Sdk.Market.Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), 100, 100, 100, 100, 0, 0));
        engine.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1 });

        Assert.Throws<InvalidOperationException>(() =>
            engine.OnBar(0, new Sdk.Market.Bar(new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc), 100, 100, 100, 100, 0, 0)));
    }

    [Fact]
    public void CloseAtEnd_OpenPositions_CloseAtTheLastCloseWithoutSlippage()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Bench.Test, Slippage = new FixedSlippage(7) });
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy);
        bench.Market(OrderSide.Sell);
        bench.Bar(100, 100.5, 99.5, 100.3);
        bench.Engine.CloseAtEnd();

        Assert.Equal(["B 1 100.09 open", "S 1 99.93 open", "S 1 100.30 end", "B 1 100.32 end"], bench.Fills());
        Assert.Equal(bench.Engine.Balance, bench.Engine.Equity);
    }

    private static Bench Started()
    {
        var bench = new Bench();
        bench.Bar(100, 100.5, 99.5, 100);
        return bench;
    }

    private static OrderTicket Stop(OrderSide side, decimal price) => new() { Side = side, Type = OrderType.Stop, Lots = 1, Price = price };

    private static OrderTicket Limit(OrderSide side, decimal price) => new() { Side = side, Type = OrderType.Limit, Lots = 1, Price = price };

    private sealed class PlacingListener : IMatchingListener
    {
        public MatchingEngine? Engine { get; set; }

        public void OnFill(in Simulation.Fills.SimulatedFill fill) => Engine!.Place(new OrderTicket { Side = OrderSide.Buy, Lots = 1 });
    }
}
