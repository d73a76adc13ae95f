using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Speed may never change a fill.</summary>
public class PathParityTests
{
    [Theory]
    [InlineData(AccountMode.Hedging, MoneyRounding.None, null)]
    [InlineData(AccountMode.Netting, MoneyRounding.None, null)]
    [InlineData(AccountMode.Hedging, MoneyRounding.Currency, 30)]
    [InlineData(AccountMode.Netting, MoneyRounding.Currency, null)]
    public void Run_TightPath_GivesWhatTheGeneralPathGives(AccountMode mode, MoneyRounding rounding, int? leverage)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            // Long runs are handed from one processor to the other several times; one of many stays where it is.
            BarSeries bars = Walk(seed, seed % 5 == 0 ? 15_000 : 1500);
            var account = new AccountOptions { InitialCash = 10_000, Mode = mode, MoneyRounding = rounding, Leverage = leverage };
            BacktestSetup Setup() => RunBench.Setup(
                bars,
                RunBench.Eurusd with { SwapLong = -1.5m, SwapShort = 0.5m },
                account,
                new RandomStrategy(seed),
                "lots:0.1",
                SpreadModel.Recorded,
                costs => costs with { Commission = new Commission(3.5m), Slippage = seed % 3 == 0 ? new RandomSlippage(0, 4) : SlippageModel.None });

            BacktestSetup setup = Setup() with { IsOneOfMany = seed % 4 == 1 };
            bool laidOut = seed % 2 == 0;
            BacktestMarket market = setup.Markets[0];
            BacktestResult tight = new Backtest(laidOut ? setup with { Markets = [market with { Views = [market.Views[0].LaidOut()] }] } : setup).Run();
            BacktestResult general = new Backtest(Setup(), alwaysGeneral: true).Run();

            Assert.NotEmpty(tight.Record.Fills);
            Assert.Equal(general.Record.Fills, tight.Record.Fills);
            Assert.Equal(general.Record.Trades, tight.Record.Trades);
            Assert.Equal(general.Record.Curve.Equity.ToArray(), tight.Record.Curve.Equity.ToArray());
            Assert.Equal(general.Record.BarsInMarket, tight.Record.BarsInMarket);
            Assert.Equal(general.Record.SwapAccrued, tight.Record.SwapAccrued);
            Assert.Equal(general.Events, tight.Events);
            Assert.Equal(general.Rejections, tight.Rejections);
        }
    }

    private static BarSeries Walk(ulong seed, int count)
    {
        var random = new Xoshiro256(seed);
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var bars = new Bar[count];
        long price = 110_000;
        for (int i = 0; i < count; i++)
        {
            long open = price + random.Below(41) - 20;
            long close = open + random.Below(121) - 60;
            long high = Math.Max(open, close) + random.Below(40);
            long low = Math.Min(open, close) - random.Below(40);
            bars[i] = new Bar(start.AddHours(i), open / 1e5, high / 1e5, low / 1e5, close / 1e5, 1, random.Below(6) / 1e5);
            price = close;
        }

        return BarSeries.From("EURUSD", Timeframe.H1, "test", bars);
    }
}
