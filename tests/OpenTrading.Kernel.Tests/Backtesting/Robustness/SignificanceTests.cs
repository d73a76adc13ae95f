using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Tests.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class SignificanceTests
{
    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Deflated_OfTheGrid_HasTheGoldenNumbers()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("sharpe");

        DeflatedSharpe result = DeflatedSharpe.Of(GoldenGrid.Once.Trials);

        Assert.Equal((381, 20000, 400), (result.Trial, result.Sample.Periods, result.Trials));
        Near.Equal(golden, "bestSharpe", result.Sample.Sharpe);
        Near.Equal(golden, "skew", result.Sample.Skewness);
        Near.Equal(golden, "kurtosis", result.Sample.Kurtosis);
        Near.Equal(golden, "psrVsZero", result.ProbabilityAboveZero);
        Near.Equal(golden, "varianceOfSharpes", result.Variance);
        Near.Equal(golden, "sr0", result.ExpectedMaximum);
        Near.Equal(golden, "dsr", result.Probability);
        Near.Equal(golden, "averageCorrelation", result.Effective.AverageCorrelation);
        Near.Equal(golden, "effectiveTrials", result.Effective.Count);
        Near.Equal(golden, "sr0Effective", result.EffectiveExpectedMaximum);
        Near.Equal(golden, "dsrEffective", result.EffectiveProbability);
        Near.Equal(golden, "minTRL_vsZero_95", result.MinimumTrackRecord);
    }

    [ReferenceFact("backtest", "overfitting.json")]
    public void Units_AreTheGoldenOnes()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("unit");
        var sample = new SharpeSample(0.1, 250, -0.5, 5);
        var trial = new SharpeSample(0.15, 1250, -3, 10);

        Near.Equal(golden.GetProperty("psr"), "value", ProbabilisticSharpe.Of(sample, 0));
        Near.Equal(golden.GetProperty("minTRL"), "value", MinimumTrackRecordLength.Periods(sample, 0, 0.95));
        Near.Equal(golden.GetProperty("dsr"), "value", ProbabilisticSharpe.Of(trial, Math.Sqrt(0.002) * ExpectedMaximum.Of(100)));
        Assert.All(
            golden.GetProperty("emax").EnumerateObject(),
            p => Near.Equal(p.Value.GetDouble(), ExpectedMaximum.Of(double.Parse(p.Name, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Deflated_PublishedExample_IsMet()
    {
        double expected = Math.Sqrt(0.5 / 250) * ExpectedMaximum.Of(100);

        Assert.Equal(0.113172002, expected, 1e-9);
        Assert.Equal(0.900396834, ProbabilisticSharpe.Of(new SharpeSample(2.5 / Math.Sqrt(250), 1250, -3, 10), expected), 1e-9);
    }

    [Theory]
    [InlineData(45, 4.998087004443404, 7.613324979540639)]
    [InlineData(400, 8.909040023133569, 11.982929094215963)]
    public void MinimumBacktest_GrowsWithTheTrials(int trials, double years, double bound)
    {
        MinimumBacktestLength length = MinimumBacktestLength.Of(trials, 1);

        Near.Equal(years, length.Years);
        Near.Equal(bound, length.UpperBound);
    }

    [Fact]
    public void Maximum_OfASingleTrial_IsNothing() => Assert.Equal(0, ExpectedMaximum.Of(1));

    [Fact]
    public void TrackRecord_OfARatioBelowTheBenchmark_IsUndefined() =>
        Assert.True(double.IsNaN(MinimumTrackRecordLength.Periods(new SharpeSample(0.1, 250, 0, 3), 0.1, 0.95)));

    [Fact]
    public void Effective_OfEqualTrials_IsOne()
    {
        double[] equity = [101, 100, 103, 102, 105];

        EffectiveTrials effective = EffectiveTrials.Of(new TrialSet([Runs.Curve(100, equity), Runs.Curve(100, equity), Runs.Curve(100, equity)]));

        Assert.Equal(1, effective.AverageCorrelation, 1e-12);
        Assert.Equal(1, effective.Count, 1e-12);
    }

    [Fact]
    public void Effective_IsTheMeanOfAllPairs_FlatTrialsLeftOut()
    {
        var trials = new TrialSet(
        [
            Runs.Curve(100, 101, 100, 103, 102, 105), Runs.Curve(100, 99, 101, 100, 104, 104), Runs.Curve(100, 100, 100, 100, 100, 100),
            Runs.Curve(100, 100, 98, 99, 97, 99),
        ]);
        (int A, int B)[] pairs = [(0, 1), (0, 3), (1, 3)];

        EffectiveTrials effective = EffectiveTrials.Of(trials, new ParallelOptions { MaxDegreeOfParallelism = 3 });

        Assert.Equal(pairs.Average(p => Correlation.Pearson(trials.Returns(p.A), trials.Returns(p.B))), effective.AverageCorrelation, 1e-12);
    }

    [Fact]
    public void Trials_OfDifferentLength_AreRefused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => new TrialSet([Runs.Curve(100, 1, 2), Runs.Curve(100, 1)]));

        Assert.Contains("Trial 1 has 1 bars", thrown.Message, StringComparison.Ordinal);
    }
}
