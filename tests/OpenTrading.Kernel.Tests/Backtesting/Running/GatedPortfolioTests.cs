using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Market;
using OpenTrading.Risk.Orders;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Currencies;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Several instruments on one account behind one gate: a rule sees all of it, at every instant what was known then.</summary>
public sealed class GatedPortfolioTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Instrument Gbpusd = RunBench.Pair("GBP", "USD", 5);
    private static readonly AccountOptions Account = new() { InitialCash = 10_000, Mode = AccountMode.Netting };

    [Fact]
    public void Run_TwoEntriesOnOneBar_CountTogetherAgainstOpenPositions()
    {
        BacktestResult result = Run([Entry(9), Entry(9)], new MaxPositionsRule(1));

        Assert.Equal([("EURUSD", 1m, Start.AddMinutes(10))], Fills(result));
        ReasonCount refused = Assert.Single(result.Refused);
        Assert.Equal(("risk rule max_positions", 1, Start.AddMinutes(9)), (refused.Reason, refused.Count, refused.First));
        Assert.Contains("GBPUSD buy 1", refused.Detail, StringComparison.Ordinal);
    }

    // A lot loses 100 at its stop of 100 points; 1 % of 10,000 is 100.
    [Theory]
    [InlineData(0.01, 9, null)]
    [InlineData(0.01, 20, null)]
    [InlineData(0.0125, 9, 0.25)]
    [InlineData(0.0125, 20, 0.25)]
    [InlineData(0.05, 9, 1.0)]
    public void Run_TheRiskOfOneInstrument_LeavesTheOtherWhatIsLeft(double fraction, int second, double? left)
    {
        BacktestResult result = Run([Entry(9), Entry(second)], new TotalOpenRiskRule((decimal)fraction));

        Assert.Equal(1m, Fills(result)[0].Lots);
        Assert.Equal((decimal?)left, Fills(result).Where(f => f.Symbol == "GBPUSD").Select(f => (decimal?)f.Lots).SingleOrDefault());
        Assert.Equal(left is null ? ["risk rule total_open_risk_max"] : [], result.Refused.Select(r => r.Reason));

        // Alone each of them passes whole.
        Assert.Equal([("GBPUSD", 1m, Start.AddMinutes(second + 1))], Fills(Run([Silent, Entry(second)], new TotalOpenRiskRule((decimal)fraction))));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, 2)]
    public void Run_ReturnsOfThePastDays_DecideWhatGoesTogether(int moves, int fills)
    {
        // Both held long: where one rises as the other falls, they are not one risk.
        int[] days = [0, 40, 10, 60, 30, 70];
        BarSeries one = Series("EURUSD", Timeframe.H4, 36, i => 1.1 + (days[i / 6] / 1e4));
        BarSeries other = Series("GBPUSD", Timeframe.H4, 36, i => 1.3 + (moves * days[i / 6] / 1e4));

        BacktestResult result = new Backtest(Portfolio([one, other], [Entry(31), Entry(32)]).Under(new CorrelatedRiskRule(0.01m, 0.7m, 3))).Run();

        Assert.Equal(fills, result.Fills);
    }

    [Fact]
    public void Run_PortfolioWithASilentInstrument_IsTheRunOfTheOther()
    {
        BarSeries[] bars = [Walk("EURUSD", 1, 1500), Walk("GBPUSD", 2, 1500)];
        BacktestSetup both = Portfolio(bars, [new RandomStrategy(7), Silent]);

        BacktestResult alone = new Backtest((both with { Markets = [both.Markets[0] with { Views = [RunBench.View(bars[0], [new RandomStrategy(7)])] }] }).Under(Rules)).Run();
        BacktestResult together = new Backtest(both.Under(Rules)).Run();

        Assert.True(alone.Fills > 100);
        Assert.NotEmpty(alone.Refused);
        Assert.Equal(Backtest.HashOf(alone.Record.Fills), Backtest.HashOf(together.Record.Fills));
        Assert.Equal(alone.Record.Curve.Equity.ToArray(), together.Record.Curve.Equity.ToArray());
        Assert.Equal(alone.Refused, together.Refused);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_FutureChangedByNoise_ChangesNothingBefore(int seed)
    {
        BarSeries[] bars = [Walk("EURUSD", 2 * seed, 600), Walk("GBPUSD", (2 * seed) + 1, 600)];
        int cut = 200 + (seed * 50);
        BacktestResult Ran(BarSeries[] series) => new Backtest(Portfolio(series, [new RandomStrategy((ulong)seed), new RandomStrategy((ulong)seed + 9)]).Under(Rules)).Run();

        BacktestResult whole = Ran(bars);
        BacktestResult other = Ran([NoisyFuture.Of(bars[0], cut, (ulong)seed), NoisyFuture.Of(bars[1], cut, (ulong)seed + 1)]);

        DateTime at = bars[0][cut].Time;
        Assert.NotEqual(Backtest.HashOf(whole.Record.Fills), Backtest.HashOf(other.Record.Fills));
        Assert.Equal(whole.Record.Curve.Equity[..cut].ToArray(), other.Record.Curve.Equity[..cut].ToArray());
        Assert.Equal(whole.Record.Fills.Where(f => f.Time < at), other.Record.Fills.Where(f => f.Time < at));
        Assert.Equal(whole.Rejections.Where(r => r.Time < at.AddHours(-1)), other.Rejections.Where(r => r.Time < at.AddHours(-1)));
        Assert.Equal(2, whole.Record.Fills.Where(f => f.Time < at).Select(f => f.InstrumentIndex).Distinct().Count());
    }

    [Fact]
    public void Run_InstrumentWithHoles_KeepsTheOrderOfTime()
    {
        BarSeries[] bars = [Walk("EURUSD", 5, 800), Walk("GBPUSD", 6, 800)];
        BarSeries holed = BarSeries.From("GBPUSD", Timeframe.H1, "test", [.. Enumerable.Range(0, 800).Where(i => i % 7 != 3 && i is < 200 or > 300).Select(i => bars[1][i])]);

        BacktestResult result = new Backtest(Portfolio([bars[0], holed], [new RandomStrategy(1), new RandomStrategy(2)]).Under(Rules)).Run();

        Assert.Equal(result.Record.Fills.Select(f => f.Time).Order(), result.Record.Fills.Select(f => f.Time));
        Assert.Equal(800, result.Record.Curve.Count);
        Assert.DoesNotContain(result.Record.Fills, f => f.InstrumentIndex == 1 && !holed.Times.Contains(f.Time.Ticks));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_ProfitOfAnotherCurrency_IsSizedAtTheRateOfTheConvertingPair(bool gated)
    {
        // 1 % of 10,000 at 100 points: 100 GBP a lot, which are 125 USD at 1.25.
        BarSeries bars = Series("EURGBP", Timeframe.M1, 40, _ => 0.85);
        PointBars rates = PointBars.From(Gbpusd, Series("GBPUSD", Timeframe.M1, 40, i => i < 20 ? 1.25 : 2.5), SpreadModel.None);
        Instrument eurgbp = RunBench.Pair("EUR", "GBP", 5);
        BacktestSetup setup = RunBench.Setup(bars, eurgbp, Account, new ScriptedStrategy(Buy(9)), "risk:1%", costs: s => s with { Conversion = ConversionSource.From(rates) });

        BacktestResult result = new Backtest(gated ? setup.Under(new MoneyConversionRule(60_000)) : setup).Run();

        Assert.Empty(result.Skipped);
        Assert.Empty(result.Refused);
        Assert.Equal([("EURGBP", 0.80m, Start.AddMinutes(10))], Fills(result));
    }

    private static Sdk.Risk.IRiskRule[] Rules => [new StopSideRule(), new MaxPositionsRule(1), new MaxPositionsPerSymbolRule(1), new GrossLeverageRule(20)];

    private static Strategy Silent => new ScriptedStrategy((_, _) => { });

    private static Strategy Entry(int bar) => new ScriptedStrategy(Buy(bar));

    private static Action<StrategyContext, long> Buy(int on) => (context, bar) =>
    {
        if (bar == on)
        {
            context.Buy("now", stop: Level.Points(100));
        }
    };

    private static BacktestResult Run(Strategy[] strategies, Sdk.Risk.IRiskRule rule) => new Backtest(Portfolio(
        [Series("EURUSD", Timeframe.M1, 40, _ => 1.1), Series("GBPUSD", Timeframe.M1, 40, _ => 1.3)], strategies).Under(rule)).Run();

    private static BacktestSetup Portfolio(BarSeries[] bars, Strategy[] strategies) => new()
    {
        Account = Account,
        Sizer = SizerSpec.Parse("lots:1"),
        Markets = [RunBench.Market(bars[0], RunBench.Eurusd, [strategies[0]]), RunBench.Market(bars[1], Gbpusd, [strategies[1]])],
    };

    private static (string Symbol, decimal Lots, DateTime Time)[] Fills(BacktestResult result) => [.. result.Record.Fills.Select(f => (f.Instrument.Symbol, f.Lots, f.Time))];

    private static BarSeries Series(string symbol, Timeframe timeframe, int count, Func<int, double> price) => BarSeries.From(symbol, timeframe, "test", [.. Enumerable.Range(0, count).Select(i =>
        new Bar(Start + (i * timeframe.Length()), price(i), price(i), price(i), price(i)))]);

    private static BarSeries Walk(string symbol, int seed, int count)
    {
        var random = new Xoshiro256((ulong)seed);
        long price = 120_000;
        return Bars(symbol, count, i =>
        {
            long open = price;
            price += random.Below(121) - 60;
            return new Bar(Start.AddHours(i), open / 1e5, (Math.Max(open, price) + random.Below(40)) / 1e5, (Math.Min(open, price) - random.Below(40)) / 1e5, price / 1e5, 1, 0.00004);
        });
    }

    private static BarSeries Bars(string symbol, int count, Func<int, Bar> bar) => BarSeries.From(symbol, Timeframe.H1, "test", [.. Enumerable.Range(0, count).Select(bar)]);
}
