using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Risk.Orders;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>A strategy that fails far from where it traded: what it did before stands, what it emitted on the bar of its failure does not.</summary>
public class FailingStrategyTests
{
    private const int Bars = 9000;
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_StrategyThrows_KeepsWhatCameBefore(bool alwaysGeneral)
    {
        BacktestResult result = Run(new Actor(context =>
        {
            if (context.BarsSeen == 10)
            {
                context.Buy("early");
            }

            if (context.BarsSeen == 8500)
            {
                context.Exit("late");
                throw new InvalidOperationException("no more");
            }
        }), alwaysGeneral);

        Assert.Equal((Start.AddMinutes(10), OrderSide.Buy), Assert.Single(result.Record.Fills) is var fill ? (fill.Time, fill.Side) : default);
        FailedStrategy failed = Assert.Single(result.Failed);
        Assert.Equal(Start.AddMinutes(8499), failed.Bar);
        Assert.Contains("no more", failed.Why, StringComparison.Ordinal);
        Assert.Equal(Bars, result.Record.Curve.Count);
    }

    [Fact]
    public void Run_StrategyThrowsUnderTheRules_IsToldOnceAndIsNoSkippedSignal()
    {
        BacktestSetup setup = Setup(new Actor(context => throw new InvalidOperationException($"no more on bar {context.BarsSeen}"))).Under(new StopSideRule());

        BacktestResult result = new Backtest(setup).Run();

        Assert.Equal([new FailedStrategy("s0", Start, "OnBar threw InvalidOperationException: no more on bar 1")], result.Failed);
        Assert.Empty(result.Skipped);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_StrategyEmitsWithoutEnd_IsTakenOut(bool alwaysGeneral)
    {
        BacktestResult result = Run(new Actor(context =>
        {
            for (int i = 0; i <= 1000 && context.BarsSeen == 1500; i++)
            {
                context.Buy("again");
            }
        }), alwaysGeneral);

        Assert.Empty(result.Record.Fills);
        Assert.Equal((Start.AddMinutes(1499), true), Assert.Single(result.Failed) is var failed ? (failed.Bar, failed.Why.Contains("more than 1000 signals", StringComparison.Ordinal)) : default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_StrategyLooksAtWhatItJustEmitted_SeesItOnTheNextBar(bool alwaysGeneral)
    {
        var seen = new List<int>();
        Run(new Actor(context =>
        {
            if (context.BarsSeen is 1500 or 1503)
            {
                context.Buy("first");
                context.Emit(new Signal { Action = SignalAction.Sell, Entry = OrderType.Limit, EntryPrice = 2, Reason = "far" });
            }

            if (context.BarsSeen is >= 1500 and <= 1502)
            {
                seen.Add((10 * context.Positions.Count) + context.Orders.Count);
            }
        }), alwaysGeneral);

        Assert.Equal([0, 11, 11], seen);
    }

    private static BacktestResult Run(Strategy strategy, bool alwaysGeneral) => new Backtest(Setup(strategy), alwaysGeneral).Run();

    private static BacktestSetup Setup(Strategy strategy)
    {
        BarSeries bars = BarSeries.From("EURUSD", Timeframe.M1, "test", [.. Enumerable.Range(0, Bars).Select(i => new Bar(Start.AddMinutes(i), 1.1, 1.1001, 1.0999, 1.1))]);
        return RunBench.Setup(bars, RunBench.Eurusd, new() { InitialCash = 10_000 }, strategy);
    }

    private sealed class Actor(Action<StrategyContext> act) : Strategy
    {
        public override void OnBar(StrategyContext context) => act(context);
    }
}
