using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Simulation.Randomness;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class MonteCarloTests
{
    private static readonly double[] Nets = [10, -4, 7, -9, 3, 12, -6];

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Shuffle_OfW1_HasTheGoldenDrawdowns()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("mcTradeShuffle");
        double[] nets = [.. GoldenRecords.W1.Trades.Select(t => t.Net)];

        MonteCarloResult result = MonteCarloSimulation.Run(new TradeShuffle(1_000_000, nets), 1000, 20240101);

        Near.Equal(golden, "originalMaxDrawdown", result.Original.MaxDrawdown);
        Near.Equal(golden, "path0MaxDrawdown", result.Paths[0].MaxDrawdown);
        Near.Equal(golden, "path1MaxDrawdown", result.Paths[1].MaxDrawdown);
        Assert.All(
            golden.GetProperty("maxDrawdownPercentiles").EnumerateObject(),
            p => Near.Equal(p.Value.GetDouble(), result.Percentile(o => o.MaxDrawdown, double.Parse(p.Name, CultureInfo.InvariantCulture))));
        Assert.All(result.Paths, p => Assert.Equal(result.Original.FinalEquity, p.FinalEquity, 1e-6));
    }

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Shuffle_FirstPath_TakesTheGoldenOrder()
    {
        // Every trade earns its own number, so the equity tells which one came.
        double[] nets = [.. Enumerable.Range(0, 2827).Select(i => (double)i)];
        var equity = new double[nets.Length];

        new TradeShuffle(0, nets).Draw(new Xoshiro256(20240101), equity);

        Assert.Equal(
            GoldenGrid.Golden.GetProperty("mcTradeShuffle").GetProperty("path0First10").EnumerateArray().Select(i => i.GetDouble()), Steps(equity).Take(10));
    }

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Blocks_OfW1_HaveTheGoldenReturns()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("mcBlockBootstrap");
        double[] returns = [.. DailyReturns.Of(GoldenRecords.W1.Curve).Select(d => d.Return)];

        MonteCarloResult result = MonteCarloSimulation.Run(new BlockBootstrap(1_000_000, returns, 20), 1000, 777);

        Assert.Equal(3118, result.Steps);
        Near.Equal(golden, "path0TotalReturn", result.Paths[0].TotalReturn);
        Near.Equal(golden, "probabilityOfLoss", result.ProbabilityOfLoss);
        Assert.All(
            golden.GetProperty("totalReturnPercentiles").EnumerateObject(),
            p => Near.Equal(p.Value.GetDouble(), result.Percentile(o => o.TotalReturn, double.Parse(p.Name, CultureInfo.InvariantCulture))));
        Assert.Equal(GoldenRecords.W1.Curve.Final, result.Original.FinalEquity, 1e-6);
    }

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Blocks_FirstPath_TakesTheGoldenDays()
    {
        double[] growth = [.. Enumerable.Range(0, 3118).Select(i => 1.0 + i)];
        var equity = new double[growth.Length];

        new BlockBootstrap(1, [.. growth.Select(g => (g / 1e4) - 1)], 20).Draw(new Xoshiro256(777), equity);

        double before = 1;
        int[] days = [.. equity.Take(25).Select(e => (Day: (int)Math.Round((e / before * 1e4) - 1), before = e).Day)];
        Assert.Equal(GoldenGrid.Golden.GetProperty("mcBlockBootstrap").GetProperty("path0First25").EnumerateArray().Select(i => i.GetInt32()), days);
    }

    [Fact]
    public void Run_AnyNumberOfThreads_IsTheSame()
    {
        MonteCarloResult one = MonteCarloSimulation.Run(new TradeBootstrap(100, Nets), 200, 9, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        MonteCarloResult many = MonteCarloSimulation.Run(new TradeBootstrap(100, Nets), 200, 9, new ParallelOptions { MaxDegreeOfParallelism = 5 });

        Assert.Equal(one.Paths, many.Paths);
        Assert.Equal(one.Fan, many.Fan);
    }

    [Fact]
    public void Bootstrap_DrawsFromTheTradesAlone()
    {
        var equity = new double[Nets.Length];

        new TradeBootstrap(100, Nets).Draw(new Xoshiro256(3), equity);

        Assert.Subset(Nets.ToHashSet(), Steps([100, .. equity]).Skip(1).ToHashSet());
    }

    [Theory]
    [InlineData(0, 13)]
    [InlineData(1, 0)]
    public void Skipped_NoneOrAll_IsTheOriginalOrNothing(double probability, double profit)
    {
        MonteCarloResult result = MonteCarloSimulation.Run(new SkippedTrades(100, Nets, probability), 3, 1);

        Assert.All(result.Paths, p => Assert.Equal(100 + profit, p.FinalEquity));
    }

    [Fact]
    public void Fan_BeginsWithTheCashAndEndsWithThePaths()
    {
        MonteCarloResult result = MonteCarloSimulation.Run(new TradeBootstrap(100, Nets), 50, 4);

        Assert.Equal(new FanStep(0, 100, 100, 100, 100, 100, 100), result.Fan[0]);
        Assert.Equal((7, 113.0), (result.Fan[^1].Step, result.Fan[^1].Original));
        Assert.Equal(result.Percentile(p => p.FinalEquity, 0.05), result.Fan[^1].P5);
        Assert.Equal(8, result.Fan.Count);
    }

    [Fact]
    public void Run_WithoutTrades_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MonteCarloSimulation.Run(new TradeShuffle(100, []), 10, 1));

    [Fact]
    public void Outcome_CountsTheInitialCashAsAPeak() =>
        Assert.Equal(new PathOutcome(95, -0.050000000000000044, 20, 20), PathOutcome.Of(100, [90, 80, 95]));

    private static IEnumerable<double> Steps(double[] equity) => equity.Select((e, i) => i == 0 ? e : e - equity[i - 1]);
}
