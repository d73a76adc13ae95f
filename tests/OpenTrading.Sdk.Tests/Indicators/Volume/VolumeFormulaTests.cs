using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Volume;

/// <summary>Volume indicators against their formula, written out over whole series.</summary>
public class VolumeFormulaTests
{
    private static readonly Bar[] Bars = RandomWalk.Bars(300, seed: 55);
    private static readonly double[] Closes = Plain.Closes(Bars);
    private static readonly double[] Volumes = [.. Bars.Select(bar => bar.Volume)];

    [Fact]
    public void Eom_RandomWalk_IsDistanceTimesRangeOverVolume()
    {
        double[] medians = [.. Bars.Select(bar => (bar.High + bar.Low) / 2)];
        double[] moves = Plain.Map((now, past) => now - past, medians, Plain.Lag(medians, 1));
        double[] ease = [.. moves.Select((move, i) => move * (Bars[i].High - Bars[i].Low) * 1e8 / Volumes[i])];

        Plain.AssertEqual(Plain.Sma(ease, 14), Plain.Streamed(new Eom(), Bars));
    }

    [Fact]
    public void Eom_BarWithoutVolume_IsAGapOfOneWindow()
    {
        Eom ease = new(2, 1);
        ease.Update(new Bar(default, 2, 3, 1, 2, 4));
        ease.Update(new Bar(default, 3, 4, 2, 3, 4));

        Assert.Equal(0.5, ease.Update(new Bar(default, 4, 5, 3, 4, 4)));
        Assert.Equal(double.NaN, ease.Update(new Bar(default, 4, 5, 3, 4, 0)));
        Assert.Equal(double.NaN, ease.Update(new Bar(default, 4, 5, 3, 4, 4)));
        Assert.Equal(0, ease.Update(new Bar(default, 4, 5, 3, 4, 4)));
    }

    [Fact]
    public void Vpt_RandomWalk_SumsVolumeTimesChange()
    {
        double[] expected = [.. Closes.Select((_, i) => Enumerable.Range(1, i).Sum(at => Volumes[at] * ((Closes[at] / Closes[at - 1]) - 1)))];

        Plain.AssertEqual(expected, Plain.Streamed(new Vpt(), Bars));
    }

    [Fact]
    public void NviAndPvi_RandomWalk_CompoundTheirBars()
    {
        double[] Compound(Func<int, bool> counts) => [.. Closes.Select((_, i) =>
            1000 * Enumerable.Range(1, i).Where(counts).Aggregate(1.0, (product, at) => product * Closes[at] / Closes[at - 1]))];

        Plain.AssertEqual(Compound(at => Volumes[at] < Volumes[at - 1]), Plain.Streamed(new Nvi(), Bars));
        Plain.AssertEqual(Compound(at => Volumes[at] > Volumes[at - 1]), Plain.Streamed(new Pvi(), Bars));
    }

    [Fact]
    public void VolumeRatio_RandomWalk_IsVolumeOverItsAverage()
    {
        Plain.AssertEqual(Plain.Rolling(Volumes, 20, window => window[^1] / window.Average()), Plain.Streamed(new VolumeRatio(), Bars));
    }

    [Fact]
    public void Vwap_RandomWalk_HasBandsOfTheWeightedDeviation()
    {
        double[] typicals = [.. Bars.Select(bar => (bar.High + bar.Low + bar.Close) / 3)];
        double[] reach = new double[Bars.Length];
        double[] means = new double[Bars.Length];
        for (int i = 0; i < Bars.Length; i++)
        {
            double volume = Volumes[..(i + 1)].Sum();
            double mean = means[i] = Enumerable.Range(0, i + 1).Sum(at => typicals[at] * Volumes[at]) / volume;
            reach[i] = 2 * Math.Sqrt(Enumerable.Range(0, i + 1).Sum(at => Volumes[at] * Math.Pow(typicals[at] - mean, 2)) / volume);
        }

        Plain.AssertEqual(Plain.Map((mean, r) => mean + r, means, reach), Plain.Streamed(new Vwap(2), Bars, "upper"));
        Plain.AssertEqual(Plain.Map((mean, r) => mean - r, means, reach), Plain.Streamed(new Vwap(2), Bars, "lower"));
    }
}
