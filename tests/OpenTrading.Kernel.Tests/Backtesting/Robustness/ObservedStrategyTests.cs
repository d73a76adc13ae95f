using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Tests.Backtesting.Running;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

/// <summary>What is written down of a strategy while it runs.</summary>
public sealed class ObservedStrategyTests
{
    private static readonly AccountOptions Account = new() { InitialCash = 10_000, Mode = AccountMode.Netting };

    [Fact]
    public void Observed_TradesAsItDoesAlone()
    {
        BarSeries bars = Bars(400);
        var seen = new Observation(bars.Count);

        BacktestResult alone = Run(bars, new CrossStrategy(5, 20));
        BacktestResult observed = Run(bars, new ObservedStrategy(new CrossStrategy(5, 20), seen));

        Assert.NotEqual(0, alone.Fills);
        Assert.Equal(Backtest.HashOf(alone.Record.Fills), Backtest.HashOf(observed.Record.Fills));
        Assert.Equal(alone.Record.Curve.Equity.ToArray(), observed.Record.Curve.Equity.ToArray());
        Assert.Equal(alone.Fills, seen.ToRun(["signal"], []).Series[0].Values.Count(v => !double.IsNaN(v)), 1.0);
    }

    [Fact]
    public void Observed_RulesAndInputs_AreSeriesOfTheirNames()
    {
        BarSeries bars = Bars(10);
        var seen = new Observation(bars.Count);

        Run(bars, new ObservedStrategy(new Stater(), seen));

        ObservedRun run = seen.ToRun(["bars", "rule 'even'", "nothing"], []);
        Assert.Equal([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10], run.Series[0].Values);
        Assert.Equal([0.0, 1, 0, 1, 0, 1, 0, 1, 0, 1], run.Series[1].Values);
        Assert.All(run.Series[2].Values, v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Note_BuyAndSellOnOneBar_IsNotAnExit()
    {
        var seen = new Observation(1);
        seen.Note("signal", 0, 1);
        seen.Note("signal", 0, -1);

        Assert.Equal(1, seen.ToRun(["signal"], []).Series[0].Values[0]);
    }

    private static BacktestResult Run(BarSeries bars, Strategy strategy) => new Backtest(RunBench.Setup(bars, RunBench.Eurusd, Account, strategy)).Run();

    private static BarSeries Bars(int count) => BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD", [.. Enumerable.Range(0, count).Select(i =>
    {
        double price = 1.1 + (0.01 * Math.Sin(i / 9.0));
        return new Bar(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i), price, price + 0.001, price - 0.001, price, 100, 0.0001);
    })]);

    private sealed class Stater : Strategy
    {
        public override void OnBar(StrategyContext context)
        {
            context.Input("bars", context.BarsSeen);
            context.Rule("even", context.BarsSeen % 2 == 0);
        }
    }
}
