using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Costs;

public class CostTests
{
    [Fact]
    public void Fill_CommissionOfAllKinds_AddsUp()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Bench.Test, Commission = new Commission(0.5m, 0.001m, 2) });
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Sell, 10);
        bench.Bar(100, 100, 100, 100, 0);

        Assert.Equal((0.5 * 10) + (0.001 * 1000) + 2, bench.Events.Fills[0].Commission, 1e-12);
        Assert.Equal(9_992, bench.Engine.Balance, 1e-9);
    }

    [Fact]
    public void Fill_NoCommissionInTheSetup_TakesTheInstruments()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Bench.Test with { CommissionPerLot = 0.25m } });
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Buy, 4);
        bench.Bar(100, 100, 100, 100, 0);

        Assert.Equal(1, bench.Events.Fills[0].Commission, 1e-12);
    }

    [Theory]
    [InlineData(SwapMode.Points, -10 * 0.01 * 5)]
    [InlineData(SwapMode.MoneyPerLot, -10 * 5)]
    [InlineData(SwapMode.PercentPerYear, -0.05 / 360 * 10 * 101)]
    public void Rollover_SwapMode_DecidesTheUnit(SwapMode mode, double expected)
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Bench.Test with { SwapMode = mode, SwapLong = -5 } });
        bench.BarsFrom(new DateTime(2024, 1, 8, 20, 0, 0, DateTimeKind.Utc));
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Buy, 10);
        bench.Bar(100, 101, 100, 101, 0);
        bench.Bar(105, 105, 105, 105, 0);

        Assert.Equal(expected, Assert.Single(bench.Events.Swaps).Amount, 1e-12);
    }

    [Fact]
    public void PartialClose_SwapAndCommission_AreCarriedProRata()
    {
        var setup = new InstrumentSetup { Instrument = Bench.Test with { SwapLong = -5 }, Commission = new Commission(1) };
        var bench = new Bench(setup: setup);
        bench.BarsFrom(new DateTime(2024, 1, 8, 20, 0, 0, DateTimeKind.Utc));
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Buy, 10);
        bench.Bar(100, 100, 100, 100, 0);
        bench.Engine.Close(1, 4);
        bench.Bar(101, 101, 101, 101, 0);

        var trade = Assert.Single(bench.Events.Trades);
        Assert.Equal((4.0, 4.0, 4.0), (trade.GrossProfit, trade.EntryCommission, trade.ExitCommission));
        Assert.Equal(-0.2, trade.Swap, 1e-12);
        Assert.Equal(-0.3, bench.Engine.Positions[0].Swap, 1e-12);
        Assert.Equal(10_000 - 10 + 4 - 4 - 0.2, bench.Engine.Balance, 1e-9);
    }

    [Fact]
    public void Fill_RoundedMoney_RoundsHalfAwayFromZero()
    {
        var bench = new Bench(
            new AccountOptions { InitialCash = 100, MoneyRounding = MoneyRounding.Currency },
            setup: new InstrumentSetup { Instrument = Bench.Test with { ContractSize = 0.5m }, Commission = new Commission(0.125m) });
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Buy);
        bench.Bar(100, 100.01, 100, 100.01, 0);
        Assert.Equal((0.13, 99.87), (bench.Events.Fills[0].Commission, bench.Engine.Balance));
        Assert.Equal(99.88, bench.Engine.Equity);
        bench.Engine.Close(1);
        bench.Bar(99.99, 99.99, 99.99, 99.99, 0);

        Assert.Equal((-0.01, 99.73), (bench.Events.Fills[1].GrossProfit, bench.Engine.Balance));
    }

    [Fact]
    public void Fill_SlippageOnAnSl_GoesAgainstTheTrader()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Bench.Test, Slippage = new FixedSlippage(3) });
        bench.Bar(100, 100, 100, 100, 0);
        bench.Market(OrderSide.Sell, stopLoss: 101, takeProfit: 90);
        bench.Bar(100, 102, 100, 100, 0);

        Assert.Equal(["S 1 99.97 open", "B 1 101.03 sl"], bench.Fills());
        Assert.Equal(0.03, bench.Events.Fills[1].SlippageCost, 1e-12);
    }

    [Fact]
    public void Fill_TakeProfitAndLimit_NeverSlip()
    {
        var bench = new Bench(setup: new InstrumentSetup { Instrument = Bench.Test, Slippage = new FixedSlippage(3) });
        bench.Bar(100, 100, 100, 100, 0);
        bench.Engine.Place(new OrderTicket { Side = OrderSide.Buy, Type = OrderType.Limit, Lots = 1, Price = 99, TakeProfit = 101 });
        bench.Bar(100, 100, 98, 99, 0);
        bench.Bar(100, 102, 100, 100, 0);

        Assert.Equal(["B 1 99.00 open", "S 1 101.00 tp"], bench.Fills());
    }

    [Fact]
    public void Reject_AfterADraw_TakesTheDrawBack()
    {
        var account = new AccountOptions { InitialCash = 10_000, Leverage = 10 };
        decimal[] Prices(bool withRejection)
        {
            var bench = new Bench(account, new MatchingOptions { Seed = 9 }, new InstrumentSetup { Instrument = Bench.Test, Slippage = new RandomSlippage(0, 50) });
            bench.Bar(100, 100, 100, 100, 0);
            for (int i = 0; i < 5; i++)
            {
                if (withRejection)
                {
                    bench.Market(OrderSide.Buy, 100_000);
                }

                bench.Market(OrderSide.Buy, 1);
                bench.Bar(100, 100, 100, 100, 0);
            }

            return [.. bench.Events.Fills.Select(f => f.Price)];
        }

        Assert.Equal(Prices(withRejection: false), Prices(withRejection: true));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    public void RandomSlippage_BadRange_Throws(int from, int to) => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSlippage(from, to));

    [Fact]
    public void MedianByHour_EvenCount_TakesTheLowerMedian()
    {
        var start = new DateTime(2024, 1, 8, 5, 0, 0, DateTimeKind.Utc);
        int[] points = [9, 3, 7, 5];
        var series = BarSeries.From("TEST", Timeframe.M1, "test", [.. points.Select((p, i) => new Bar(start.AddMinutes(i), 100, 100, 100, 100, 0, p / 100.0))]);

        var median = MedianByHourSpread.Of(Bench.Test, series);

        Assert.Equal((5, 0), (median.ByHour[5], median.ByHour[6]));
        Assert.Equal(5, median.Points(start.Ticks, 99));
    }
}
