using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Matching;

/// <summary>The scenarios that matter most, written out so that they hold without the reference set.</summary>
public class ScenarioTests
{
    [Fact]
    public void Bar_MarketOpenAndClose_BuysAtAskAndSellsAtBid()
    {
        var bench = new Bench();
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy);
        bench.Bar(100, 101, 99, 100.5);
        bench.Engine.Close(1);
        bench.Bar(100.4, 101, 100, 100.6);

        Assert.Equal(["B 1 100.02 open", "S 1 100.40 close"], bench.Fills());
        Assert.Equal(10_000.38, bench.Engine.Balance, 1e-9);
    }

    [Theory]
    [InlineData(IntrabarModel.Pessimistic, 99, "S 1 99.00 sl")]
    [InlineData(IntrabarModel.Pessimistic, 101, "S 1 99.00 sl")]
    [InlineData(IntrabarModel.OhlcPath, 101, "S 1 99.00 sl")]
    [InlineData(IntrabarModel.OhlcPath, 99, "S 1 101.00 tp")]
    public void Bar_HoldsBothLevels_ModelDecides(IntrabarModel intrabar, double close, string exit)
    {
        var bench = new Bench(options: new MatchingOptions { Intrabar = intrabar });
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy, stopLoss: 99, takeProfit: 101);
        bench.Bar(100, 102, 98, close);

        Assert.Equal(["B 1 100.02 open", exit], bench.Fills());
    }

    [Fact]
    public void Bar_OpensBeyondTheStop_FillsAtTheOpen()
    {
        var bench = new Bench();
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy, stopLoss: 99, takeProfit: 102);
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Bar(98.5, 99, 98, 98.8);

        Assert.Equal("S 1 98.50 sl", bench.Fills()[^1]);
        Assert.Equal(9_998.48, bench.Engine.Balance, 1e-9);
    }

    [Fact]
    public void Bar_AfterWednesdaysRollover_BooksThreeNights()
    {
        var instrument = Bench.Test with { SwapLong = -2, SwapShort = 1 };
        var bench = new Bench(setup: new InstrumentSetup { Instrument = instrument });
        bench.BarsFrom(new DateTime(2024, 3, 6, 20, 0, 0, DateTimeKind.Utc));
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy, lots: 10);
        bench.Bar(100, 100.5, 99.5, 100);
        Assert.Empty(bench.Events.Swaps);
        bench.Bar(100, 100.5, 99.5, 100);

        var swap = Assert.Single(bench.Events.Swaps);
        Assert.Equal((new DateTime(2024, 3, 6, 22, 0, 0, DateTimeKind.Utc), 1L, 3), (swap.Time, swap.PositionId, swap.Nights));
        Assert.Equal(-0.6, swap.Amount, 1e-12);
        Assert.Equal(10_000, bench.Engine.Balance, 1e-9);
        Assert.Equal(9_999.2, bench.Engine.Equity, 1e-9);
    }

    [Fact]
    public void Bar_MarginTooLarge_RejectsTheWholeOrder()
    {
        var bench = new Bench(new AccountOptions { InitialCash = 10_000, Leverage = 10 });
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy, lots: 1200);
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy, lots: 900);
        bench.Bar(100, 100.5, 99.5, 100);

        Assert.Equal(RejectionReason.Margin, Assert.Single(bench.Events.Rejections).Reason);
        Assert.Equal(["B 900 100.02 open"], bench.Fills());
        Assert.Equal(9_001.80, bench.Engine.UsedMargin, 1e-9);
    }

    [Fact]
    public void Bar_EquityFallsToHalfTheMargin_StopsOutAtTheAdverseExtreme()
    {
        var bench = new Bench(new AccountOptions { InitialCash = 10_000, Leverage = 10 });
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Market(OrderSide.Buy, lots: 900);
        bench.Bar(100, 100.5, 99.5, 100);
        bench.Engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 50 });
        bench.Bar(99, 99, 93, 94);

        Assert.Equal("S 900 93.00 stopout", bench.Fills()[^1]);
        Assert.Equal(3_682, bench.Engine.Balance, 1e-9);
        Assert.Equal(CancellationReason.StopOut, Assert.Single(bench.Events.Cancellations).Reason);
        Assert.Single(bench.Events.MarginCalls);
        Assert.Equal([1L], bench.Events.StopOuts);
    }
}
