using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Market;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>A rule sees the moment of the decision: the newest price with its time, the prices before it, and the account that they left.</summary>
public sealed class GatedMomentTests
{
    private static readonly DateTime Monday = InsideBars.Monday;
    private static readonly AccountOptions Account = new() { InitialCash = 100_000, Mode = AccountMode.Netting };

    private readonly List<RiskContext> _seen = [];

    [Fact]
    public void Ticks_QuoteIsTheLastTickOfTheBar()
    {
        TickSeries ticks = InsideBars.Series(At(10, 1.1, 3), At(70, 1.1002, 5), At(95, 1.1001, 7), At(150, 1.2, 3));
        RunTicks(ticks, Buy(on: 1), Watch());

        RiskContext seen = _seen[0];
        Assert.Equal((Monday.AddMinutes(2), Monday.AddSeconds(95), 1.1001m, 1.10017m), (seen.Now, seen.Quote!.Time, seen.Quote.Bid, seen.Quote.Ask));
        Assert.Equal(("test", 3), (seen.Quote.Source, seen.Samples!.Count));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(29, false)]
    public void Ticks_AgeOfTheQuote_IsThatOfTheLastTick(int seconds, bool passes)
    {
        TickSeries ticks = InsideBars.Series(At(10, 1.1, 3), At(90, 1.1, 3), At(130, 1.1, 3));

        BacktestResult result = RunTicks(ticks, Buy(on: 1), new QuoteAgeRule(seconds * 1000));

        Assert.Equal(passes ? 1 : 0, result.Fills);
    }

    // Sixty seconds of 4 points, then one tick of more.
    [Theory]
    [InlineData(12, 1)]
    [InlineData(13, 0)]
    public void Ticks_SpreadIsHeldAgainstTheMedianOfItsMinutes(int last, int fills)
    {
        TickSeries ticks = InsideBars.Series([.. Enumerable.Range(0, 60).Select(i => At(i, 1.1, 4)), At(110, 1.1, last), At(130, 1.1, 4)]);

        BacktestResult result = RunTicks(ticks, Buy(on: 1), new SpreadMedianRule(3, 60, 60));

        Assert.Equal(fills, result.Fills);
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 10)]
    public void Ticks_SamplesAreASecondApartAndReachBackFourHours(int on, int samples)
    {
        // Four ticks a second for two minutes, then silence for five hours.
        TickSeries ticks = InsideBars.Series([
            .. Enumerable.Range(0, 480).Select(i => At(i / 4.0, 1.1, 4)),
            .. Enumerable.Range(0, 40).Select(i => At(18_000 + (i / 4.0), 1.1, 4)),
            At(18_070, 1.1, 4)]);

        RunTicks(ticks, Buy(on), Watch());

        Assert.Equal(samples, _seen[0].Samples!.Count);
    }

    [Theory]
    [InlineData(0.002, 0)]
    [InlineData(0.0021, 1)]
    public void Ticks_HighestEquity_IsFollowedFromTickToTick(double fraction, int entries)
    {
        // A lot bought at 1.1 gains 300 inside the third bar, of which 200 are lost before its close.
        TickSeries ticks = InsideBars.Series(At(10, 1.1, 0), At(70, 1.1, 0), At(130, 1.103, 0), At(131, 1.101, 0), At(190, 1.101, 0), At(250, 1.101, 0));
        var drawdown = new TrailingDrawdownRule((decimal)fraction, TrailingMode.IntradayEquity, null);

        BacktestResult result = RunTicks(ticks, (context, bar) => { if (bar is 0 or 2) { context.Buy("now"); } }, drawdown);

        Assert.Equal(1 + entries, result.Fills);
    }

    [Fact]
    public void LowerBars_TheDayBeginsInsideTheBar()
    {
        // The day begins at two; a lot bought at 1.1 is worth 200 more then than at midnight, and 300 more at four.
        double[] closes = [1.1, 1.1, 1.1, 1.1, 1.101, 1.102, 1.1025, 1.103, 1.103];
        BarSeries hours = BarSeries.From("EURUSD", Timeframe.H1, "test", [.. closes.Select((c, i) => Flat(Monday.AddHours(20 + i), i == 0 ? c : closes[i - 1], c))]);
        BacktestMarket market = RunBench.Market(InsideBars.Longer(hours, Timeframe.H4), RunBench.Eurusd, [new ScriptedStrategy((context, _) => context.Buy("more"))]);
        BacktestSetup setup = Setup(market.With(hours)).Under(Watch());

        new Backtest(setup with { Gate = setup.Gate! with { Settings = DeskBench.Settings with { Day = new BrokerDay("Etc/UTC", TimeSpan.FromHours(2)) } } }).Run();

        Assert.Equal(
            [(new DateOnly(2024, 1, 8), 100_000m), (new DateOnly(2024, 1, 9), 100_200m)],
            _seen.Where(s => s.Stage == GateStage.Pre).Select(s => (s.State.Day!.Day, s.State.Day.Equity)).Distinct());
    }

    [Fact]
    public void LowerBars_QuoteIsAsOldAsTheLastOfThem()
    {
        // The second hour ends in silence after a quarter.
        BarSeries bars = InsideBars.Walk("EURUSD", Timeframe.M15, 1, 12);
        BarSeries known = BarSeries.From("EURUSD", Timeframe.M15, "test", [.. Enumerable.Range(0, 12).Where(i => i is not (5 or 6 or 7)).Select(i => bars[i])]);
        BacktestMarket market = RunBench.Market(InsideBars.Longer(known, Timeframe.H1), RunBench.Eurusd, [new ScriptedStrategy((context, _) => context.Buy("more"))]);

        new Backtest(Setup(market.With(known)).Under(Watch())).Run();

        Assert.Equal([(60, 60), (120, 75), (180, 180)], _seen.Where(s => s.Stage == GateStage.Pre).Select(s => (Minutes(s.Now), Minutes(s.Quote!.Time))));
    }

    [Fact]
    public void Views_EachDecidesAtItsCloseOnTheSamePrice()
    {
        // The broker's second day, the 10th of March, has 23 hours.
        DateTime start = new(2024, 3, 8, 22, 0, 0, DateTimeKind.Utc);
        BarSeries hours = BarSeries.From("EURUSD", Timeframe.H1, "test", [.. Enumerable.Range(0, 50).Select(i => Flat(start.AddHours(i), 1.1, 1.1))]);
        BarSeries days = InsideBars.Longer(hours, Timeframe.D1, BrokerDay.NewYorkClose);
        BacktestMarket market = RunBench.Market(hours, RunBench.Eurusd, [new ScriptedStrategy(Buy(on: 46, "hour"))])
            .And(days, new ScriptedStrategy((context, _) => context.Buy("day")));
        BacktestSetup setup = Setup(market);

        new Backtest((setup with { Account = Account with { BrokerDay = BrokerDay.NewYorkClose } }).Under(Watch())).Run();

        Assert.Equal(
            [("day", start.AddHours(24), start.AddHours(24)), ("hour", start.AddHours(47), start.AddHours(47)), ("day", start.AddHours(47), start.AddHours(47))],
            _seen.Where(s => s.Stage == GateStage.Pre).Select(s => (s.Order.Reason, s.Now, s.Quote!.Time)));
    }

    [Fact]
    public void Views_TheSecondCountsWhatTheFirstHasOrdered()
    {
        BarSeries bars = InsideBars.Walk("EURUSD", Timeframe.M15, 3, 16);
        BacktestMarket market = RunBench.Market(bars, RunBench.Eurusd, [new ScriptedStrategy(Buy(on: 3))])
            .And(InsideBars.Longer(bars, Timeframe.H1), new ScriptedStrategy(Buy(on: 0)));

        BacktestResult result = new Backtest(Setup(market).Under(new MaxPositionsRule(1))).Run();

        ReasonCount refused = Assert.Single(result.Refused);
        Assert.Equal((1L, "risk rule max_positions", Monday), (result.Fills, refused.Reason, refused.First));
    }

    private static Tick At(double second, double bid, int spread) => new(Monday.AddSeconds(second), bid, Math.Round(bid + (spread / 1e5), 5));

    private static Bar Flat(DateTime time, double open, double close) => new(time, open, Math.Max(open, close), Math.Min(open, close), close, 1, 0);

    private static int Minutes(DateTime time) => (int)(time - Monday).TotalMinutes;

    private static Action<StrategyContext, long> Buy(int on, string reason = "now") => (context, bar) =>
    {
        if (bar == on)
        {
            context.Buy(reason);
        }
    };

    private static BacktestResult RunTicks(TickSeries ticks, Action<StrategyContext, long> onBar, IRiskRule rule) => new Backtest(Setup(
        RunBench.Market(InsideBars.Bars(ticks, Timeframe.M1), RunBench.Eurusd, [new ScriptedStrategy(onBar)]) with { Ticks = ticks }).Under(rule)).Run();

    private static BacktestSetup Setup(BacktestMarket market) => new() { Account = Account, Sizer = SizerSpec.Parse("lots:1"), Markets = [market] };

    private WatchingRule Watch() => new(_seen);

    /// <summary>Passes everything and keeps what it saw.</summary>
    [RiskRule("watching", OrderClass.All, "nothing to mend")]
    private sealed class WatchingRule(List<RiskContext> seen) : IRiskRule
    {
        public RuleResult Check(RiskContext context)
        {
            seen.Add(context);
            return RuleResult.NotApplicable;
        }
    }
}
