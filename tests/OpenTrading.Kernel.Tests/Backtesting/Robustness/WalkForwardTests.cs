using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class WalkForwardTests
{
    [GoldenTheory("overfitting.json", "EURUSD_H1.csv")]
    [InlineData("walkForwardRolling", WalkForwardMode.Rolling)]
    [InlineData("walkForwardAnchored", WalkForwardMode.Anchored)]
    public void Run_OnTheGrid_HasTheGoldenNumbers(string name, WalkForwardMode mode)
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty(name);

        WalkForwardResult result = WalkForwardAnalysis.Run(new WalkForwardPlan(5000, 1250, mode), new SlicedTrials(GoldenGrid.Once.Trials));

        Assert.Equal(golden.GetProperty("windows").GetArrayLength(), result.Steps.Count);
        foreach ((JsonElement row, WalkForwardStep step) in golden.GetProperty("windows").EnumerateArray().Zip(result.Steps))
        {
            Assert.Equal(
                (row.GetProperty("isFrom").GetInt32(), row.GetProperty("isTo").GetInt32(), row.GetProperty("oosFrom").GetInt32(), row.GetProperty("oosTo").GetInt32()),
                (step.Window.InSample.From, step.Window.InSample.To, step.Window.OutOfSample.From, step.Window.OutOfSample.To));
            Assert.Equal(row.GetProperty("selected").GetInt32(), step.Selected);
            Assert.Equal(row.GetProperty("isProfit").GetDouble(), step.InSampleProfit, 1e-6);
            Assert.Equal(row.GetProperty("oosProfit").GetDouble(), step.OutOfSampleProfit, 1e-6);
            Assert.Equal(golden.GetProperty("oosEquity")[step.Window.Index].GetDouble(), result.Equity[((step.Window.Index + 1) * 1250) - 1], 1e-6);
        }

        Assert.Equal(golden.GetProperty("oosNetProfit").GetDouble(), result.OutOfSampleProfit, 1e-6);
        Near.Equal(golden, "isProfitPerBar", result.InSampleProfitPerBar);
        Near.Equal(golden, "oosProfitPerBar", result.OutOfSampleProfitPerBar);
        Near.Equal(golden, "efficiency", result.Efficiency);
        Assert.Equal(golden.GetProperty("profitableWindows").GetInt32(), result.ProfitableWindows);
    }

    [Fact]
    public void Windows_LastPartialOne_IsDropped()
    {
        WalkForwardWindow[] windows = [.. new WalkForwardPlan(4, 3, WalkForwardMode.Rolling).Windows(12)];

        Assert.Equal(
            [new(0, new IndexRange(0, 4), new IndexRange(4, 7)), new(1, new IndexRange(3, 7), new IndexRange(7, 10))], windows);
    }

    [Fact]
    public void Windows_BarsThatHoldNone_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalkForwardPlan(4, 3, WalkForwardMode.Anchored).Windows(6));

    [Fact]
    public void Run_EqualProfits_TakesTheFirst()
    {
        var trials = new TrialSet([Runs.Curve(100, 100, 101, 90), Runs.Curve(100, 99, 101, 150)]);

        WalkForwardStep step = WalkForwardAnalysis.Run(new WalkForwardPlan(2, 1, WalkForwardMode.Rolling), new SlicedTrials(trials)).Steps.Single();

        Assert.Equal((0, 1, -11), (step.Selected, step.InSampleProfit, step.OutOfSampleProfit));
    }

    [Fact]
    public void Efficiency_WithoutInSampleProfit_IsUndefined()
    {
        var trials = new TrialSet([Runs.Curve(100, 99, 98, 97)]);

        Assert.True(double.IsNaN(WalkForwardAnalysis.Run(new WalkForwardPlan(2, 1, WalkForwardMode.Rolling), new SlicedTrials(trials)).Efficiency));
    }

    [Fact]
    public void Run_FreshRunsAWindow_AsksForTheRangesOfThePlan()
    {
        var candidates = new FreshRuns();

        WalkForwardResult result = WalkForwardAnalysis.Run(
            new WalkForwardPlan(4, 2, WalkForwardMode.Anchored), candidates, new ParallelOptions { MaxDegreeOfParallelism = 3 });

        // A fresh run earns its number a bar, candidate 2 only where it begins at bar 0.
        Assert.Equal([2, 2, 2], result.Steps.Select(s => s.Selected));
        Assert.Equal([8.0, 12, 16], result.Steps.Select(s => s.InSampleProfit));
        Assert.Equal([0.0, 0, 0], result.Steps.Select(s => s.OutOfSampleProfit));
        Assert.Equal(0, result.Efficiency);
    }

    private sealed class FreshRuns : IWalkForwardCandidates
    {
        public int Count => 3;

        public int Bars => 10;

        public double InitialCash => 100;

        public double Profit(int candidate, IndexRange range) => Profits(candidate, range).Sum();

        public IReadOnlyList<double> Profits(int candidate, IndexRange range) =>
            [.. Enumerable.Repeat(candidate == 2 && range.From > 0 ? 0.0 : candidate, range.Count)];
    }
}
