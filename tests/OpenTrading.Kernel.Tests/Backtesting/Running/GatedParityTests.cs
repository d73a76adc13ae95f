using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Orders;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Rules that let everything pass change nothing: the same fills at the same times and prices as without them, whatever is known of the inside of bars.</summary>
public sealed class GatedParityTests
{
    private static readonly Instrument Gbpusd = RunBench.Pair("GBP", "USD", 5);

    [Theory]
    [InlineData(1, AccountMode.Netting, 0)]
    [InlineData(2, AccountMode.Hedging, 0)]
    [InlineData(3, AccountMode.Netting, 45_000)]
    [InlineData(4, AccountMode.Hedging, 45_000)]
    public void Run_Ticks(ulong seed, AccountMode mode, int delay)
    {
        TickSeries ticks = InsideBars.Ticks(seed, 30_000);
        BarSeries bars = InsideBars.Bars(ticks, Timeframe.M15);

        RequireSame(mode, () => [Market(bars, seed) with { Ticks = ticks }], new MatchingOptions { DelayMilliseconds = delay });
    }

    [Theory]
    [InlineData(5, AccountMode.Netting, IntrabarModel.Pessimistic)]
    [InlineData(6, AccountMode.Hedging, IntrabarModel.OhlcPath)]
    public void Run_LowerBars(ulong seed, AccountMode mode, IntrabarModel model)
    {
        BarSeries lower = InsideBars.Walk("EURUSD", Timeframe.M5, seed, 12_000);

        BacktestResult result = RequireSame(mode, () => [Market(InsideBars.Longer(lower, Timeframe.H1), seed).With(Holed(lower))], new MatchingOptions { Intrabar = model });

        Assert.Equal(100, result.FallbackBars);
    }

    [Theory]
    [InlineData(7, AccountMode.Netting)]
    [InlineData(8, AccountMode.Hedging)]
    public void Run_TwoTimeframes(ulong seed, AccountMode mode)
    {
        BarSeries bars = InsideBars.Walk("EURUSD", Timeframe.M15, seed, 4000);

        RequireSame(mode, () => [Market(bars, seed).And(InsideBars.Longer(bars, Timeframe.H1), Random(seed + 100), Random(seed + 200))]);
    }

    [Fact]
    public void Run_TwoViewsOfOneTimeframe()
    {
        BarSeries bars = InsideBars.Walk("EURUSD", Timeframe.H1, 9, 2000);

        RequireSame(AccountMode.Hedging, () => [Market(bars, 9).And(bars, Random(10))]);
    }

    [Fact]
    public void Run_TicksSeenInTwoTimeframes()
    {
        TickSeries ticks = InsideBars.Ticks(11, 30_000);
        BarSeries bars = InsideBars.Bars(ticks, Timeframe.M15);

        RequireSame(AccountMode.Netting, () => [Market(bars, 11).And(InsideBars.Longer(bars, Timeframe.H4), Random(12)) with { Ticks = ticks }]);
    }

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, 20)]
    public void Run_PortfolioWithLowerBarsAndTwoTimeframesOfOne(ulong seed, int? leverage)
    {
        BarSeries lower = InsideBars.Walk("EURUSD", Timeframe.M5, seed, 12_000);
        BarSeries bars = InsideBars.Longer(lower, Timeframe.H1);
        BarSeries other = InsideBars.Walk("GBPUSD", Timeframe.M30, seed + 1, 2000);

        BacktestResult result = RequireSame(
            AccountMode.Netting,
            () =>
            [
                Market(bars, seed).With(Holed(lower)).And(InsideBars.Longer(bars, Timeframe.H4), Random(seed + 2)),
                RunBench.Market(other, Gbpusd, [Random(seed + 3)], SpreadModel.Recorded),
            ],
            leverage: leverage);

        Assert.Equal(2, result.Record.Fills.Select(f => f.InstrumentIndex).Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_TradeFromAndCloseAtEnd(bool inTicks)
    {
        // Slippage knows the range of the bars before, those that nobody trades on as well.
        TickSeries ticks = InsideBars.Ticks(15, 20_000);
        BarSeries bars = InsideBars.Bars(ticks, Timeframe.M15);

        BacktestResult result = RequireSame(
            AccountMode.Netting,
            () => [Market(bars, 15, c => c with { Slippage = inTicks ? SlippageModel.None : new VolatilitySlippage(0.1) }) with { Ticks = inTicks ? ticks : null }],
            change: setup => setup with { TradeFrom = bars[200].Time, CloseAtEnd = true });

        Assert.Equal(FillReason.End, result.Record.Fills[^1].Reason);
        Assert.InRange(result.Record.Fills[0].Time, bars[200].Time, bars[260].Time);
    }

    private static BacktestResult RequireSame(
        AccountMode mode, Func<BacktestMarket[]> markets, MatchingOptions? matching = null, int? leverage = null, Func<BacktestSetup, BacktestSetup>? change = null)
    {
        BacktestSetup Setup()
        {
            var setup = new BacktestSetup
            {
                Account = new AccountOptions { InitialCash = 100_000, Mode = mode, Leverage = leverage },
                Matching = matching ?? new MatchingOptions(),
                Sizer = SizerSpec.Parse("lots:1"),
                Markets = markets(),
            };
            return change?.Invoke(setup) ?? setup;
        }

        BacktestResult free = new Backtest(Setup(), alwaysGeneral: true).Run();
        BacktestResult gated = new Backtest(Setup().Under(new StopSideRule(), new MaxPositionsRule(100_000))).Run();

        Assert.True(free.Fills > 100, $"{free.Fills} fills");
        Assert.Equal(free.Refused, gated.Refused);
        Assert.Equal(free.Record.Fills, gated.Record.Fills.Select(f => f with { ClientId = null }));
        Assert.Equal(free.Record.Trades, gated.Record.Trades);
        Assert.Equal(free.Record.Curve.Times.ToArray(), gated.Record.Curve.Times.ToArray());
        Assert.Equal(free.Record.Curve.Equity.ToArray(), gated.Record.Curve.Equity.ToArray());
        Assert.Equal((free.Record.BarsInMarket, free.FallbackBars, free.Events), (gated.Record.BarsInMarket, gated.FallbackBars, gated.Events));
        Assert.Equal(free.Skipped.Sum(s => s.Count), gated.Skipped.Sum(s => s.Count));
        return gated;
    }

    private static BacktestMarket Market(BarSeries bars, ulong seed, Func<InstrumentSetup, InstrumentSetup>? costs = null) =>
        RunBench.Market(bars, RunBench.Eurusd with { SwapLong = -1.5m, SwapShort = 0.5m }, [Random(seed)], SpreadModel.Recorded, costs);

    private static RandomStrategy Random(ulong seed) => new(seed, inPrices: true);

    // Every tenth hour is known as a whole alone.
    private static BarSeries Holed(BarSeries lower) =>
        BarSeries.From(lower.Symbol, lower.Timeframe, "test", [.. Enumerable.Range(0, lower.Count).Where(i => i / 12 % 10 != 4).Select(i => lower[i])]);
}
