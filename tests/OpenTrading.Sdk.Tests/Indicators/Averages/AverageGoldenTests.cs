using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Tests.Indicators.Averages;

/// <summary>Values worked out by hand, for machines without the references.</summary>
public class AverageGoldenTests
{
    [Fact]
    public void Ema_OfThree_StartsFromTheMeanAndHalvesTheDistance()
    {
        Assert.Equal([double.NaN, double.NaN, 2, 4, 7], Run(new Ema(3), 1, 2, 3, 6, 10));
    }

    [Fact]
    public void Smma_OfTwo_StartsFromTheMeanAndHalvesTheDistance()
    {
        Assert.Equal([double.NaN, 2, 4, 5], Run(new Smma(2), 1, 3, 6, 6));
    }

    [Fact]
    public void Wma_OfThree_WeighsTheNewestMost()
    {
        Assert.Equal([double.NaN, double.NaN, 14.0 / 6, 26.0 / 6, 6], Run(new Wma(3), 1, 2, 3, 6, 7));
    }

    [Fact]
    public void Dema_OfThree_LeadsItsEma()
    {
        // ema 2, 4; ema of ema 2, 3.
        Assert.Equal([double.NaN, double.NaN, 2, 5], Run(new Dema(3), 1, 2, 3, 6));
    }

    [Fact]
    public void Tema_OfThree_LeadsItsDema()
    {
        // ema 2, 4; ema of ema 2, 3; third 2, 2.5.
        Assert.Equal([double.NaN, double.NaN, 2, 5.5], Run(new Tema(3), 1, 2, 3, 6));
    }

    [Fact]
    public void Hma_OfFour_OfAStraightLine_FollowsItWithoutLag()
    {
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, 5, 6], Run(new Hma(4), 1, 2, 3, 4, 5, 6), NearEnough);
    }

    [Fact]
    public void Kama_StraightLine_MovesAtTheFastestSpeed()
    {
        Kama kama = new(2, 2, 30);
        Assert.Equal(double.NaN, kama.Update(1).Kama);
        Assert.Equal(2, kama.Update(2).Kama);

        KamaValue third = kama.Update(3);

        Assert.Equal(1, third.EfficiencyRatio);
        Assert.Equal(2 + (4.0 / 9), third.Kama, 12);
    }

    [Fact]
    public void Kama_NoChangeInTheWindow_TakesTheValue()
    {
        Kama kama = new(3, 2, 30);
        foreach (double value in new[] { 1.1, 2.7, 1.3, 9.1, 9.1, 9.1 })
        {
            kama.Update(value);
        }

        Assert.Equal(new KamaValue(0, 9.1), kama.Update(9.1));
    }

    private static double[] Run(SeriesIndicator indicator, params double[] values) => [.. values.Select(indicator.Update)];

    private static bool NearEnough(double expected, double actual) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-12;
}
