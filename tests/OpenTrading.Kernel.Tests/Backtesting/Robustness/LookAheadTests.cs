using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.LookAhead;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class LookAheadTests
{
    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Compare_W1CutAtTheGoldenBars_AgreesWithTheFullRun()
    {
        JsonElement[] golden = [.. GoldenGrid.Golden.GetProperty("lookAhead").GetProperty("cuts").EnumerateArray()];
        ObservedRun full = Observed(GoldenRecords.W1);

        Assert.Equal(golden.Select(c => c.GetProperty("bars").GetInt32()), LookAheadComparison.Cuts(full.Bars));
        foreach (JsonElement row in golden)
        {
            int cut = row.GetProperty("bars").GetInt32();
            RunRecord run = GoldenRecords.RunW1(cut);
            Assert.Equal(row.GetProperty("fills").GetInt32(), run.Fills.Count);
            Assert.Equal(row.GetProperty("finalEquity").GetDouble(), run.Curve.Final, 1e-6);
            Assert.Null(LookAheadComparison.FirstDifference(full, Observed(run), cut, LookAheadTrial.Truncated));
        }
    }

    [Theory]
    [InlineData("next close")]
    [InlineData("full-sample normalisation")]
    [InlineData("centred mean")]
    [InlineData("unfinished higher bar")]
    public void Compare_SeriesThatLeaks_IsCaught(string leak)
    {
        double[] closes = [.. Enumerable.Range(0, 200).Select(i => 100 + Math.Sin(i / 7.0) + (i / 50.0))];
        Func<double[], double[]> leaks = leak switch
        {
            "next close" => c => [.. c.Select((_, i) => i + 1 < c.Length ? c[i + 1] : double.NaN)],
            "full-sample normalisation" => c => [.. c.Select(x => x - c.Average())],
            "centred mean" => c => [.. c.Select((_, i) => i < 2 || i + 2 >= c.Length ? double.NaN : c[(i - 2)..(i + 3)].Average())],
            _ => c => [.. c.Select((_, i) => c[Math.Min(c.Length - 1, (i / 8 * 8) + 7)])],
        };

        LookAheadDifference? difference = LookAheadComparison.Cuts(closes.Length)
            .Select(cut => LookAheadComparison.FirstDifference(Series(leaks(closes)), Series(leaks(closes[..cut])), cut, LookAheadTrial.Truncated))
            .FirstOrDefault(d => d is not null);

        Assert.Equal("leak", difference?.Series);
    }

    [Fact]
    public void Compare_FirstBarAndSeries_AreNamed()
    {
        ObservedRun full = new(4, [new("a", [1, 2, 3, 4]), new("b", [1, 2, 3, 4])], [new(1, "x"), new(2, "y")]);
        ObservedRun other = new(4, [new("a", [1, 2, 9, 9]), new("b", [1, double.NaN, 3, 4])], [new(1, "z")]);

        Assert.Equal(
            new LookAheadDifference(LookAheadTrial.Noise, 4, 1, "b", "2", "none"), LookAheadComparison.FirstDifference(full, other, 4, LookAheadTrial.Noise));
    }

    [Fact]
    public void Compare_FillThatIsMissing_IsADifference()
    {
        LookAheadDifference? difference = LookAheadComparison.FirstDifference(
            new(9, [], [new(1, "x"), new(5, "y")]), new(6, [], [new(1, "x")]), 6, LookAheadTrial.Truncated);

        Assert.Equal(new LookAheadDifference(LookAheadTrial.Truncated, 6, 5, "fills", "y", "no fill"), difference);
    }

    [Fact]
    public void Compare_WhatComesAfterTheCut_DoesNotCount() => Assert.Null(LookAheadComparison.FirstDifference(
        new(4, [new("a", [1, 2, 3, 4])], [new(3, "x")]), new(4, [new("a", [1, 2, 3, 5])], [new(3, "y")]), 3, LookAheadTrial.Noise));

    [Fact]
    public void Compare_RoundingOfTheLastDigit_IsNoDifference()
    {
        Assert.Null(LookAheadComparison.FirstDifference(Series([1e6]), Series([1e6 + 1e-7]), 1, LookAheadTrial.Noise));
        Assert.NotNull(LookAheadComparison.FirstDifference(Series([1e6]), Series([1e6 + 1e-5]), 1, LookAheadTrial.Noise));
    }

    [Fact]
    public void Noise_ChangesTheFutureAlone_AndStaysSound()
    {
        BarSeries bars = BarSeries.From("TEST", Timeframe.H1, "test", [.. Enumerable.Range(0, 500).Select(i => new Bar(
            Runs.Start.AddHours(i), 1.1, 1.102, 1.099, 1.1 + (i % 3 * 0.0005), 10, 0.0001))]);

        BarSeries noisy = NoisyFuture.Of(bars, 300, seed: 8);

        Assert.Equal(500, noisy.Count);
        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(bars[i], noisy[i]));
        Assert.All(Enumerable.Range(300, 200), i => Assert.True(noisy[i].IsSound && noisy[i].Close != bars[i].Close && noisy[i].Time == bars[i].Time));
        Assert.Equal(noisy.Close.ToArray(), NoisyFuture.Of(bars, 300, seed: 8).Close.ToArray());
        Assert.NotEqual(noisy.Close.ToArray(), NoisyFuture.Of(bars, 300, seed: 9).Close.ToArray());
    }

    private static ObservedRun Series(double[] values) => new(values.Length, [new ObservedSeries("leak", values)], []);

    private static ObservedRun Observed(RunRecord run) => new(
        run.Curve.Count,
        [new ObservedSeries("equity", run.Curve.Equity.ToArray())],
        [.. run.Fills.Select(f => new ObservedFill(run.Curve.BarAt(f.Time), OrderListHash.Line(0, f).ToString(CultureInfo.InvariantCulture)))]);
}
