using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Trend;

/// <summary>Values worked out by hand, for machines without the references.</summary>
public class TrendGoldenTests
{
    [Fact]
    public void Adx_SteadyRise_IsHundred()
    {
        Adx adx = new(2);
        for (int i = 1; i <= 6; i++)
        {
            adx.Update(new Bar(default, i, i + 1, i - 1, i));
        }

        // Each bar gains 1 of a range of 2 upwards and nothing downwards.
        Assert.Equal(new AdxValue(50, 0, 100, 100, 100), adx.Value);
    }

    [Fact]
    public void Aroon_EqualHighs_CountsTheEarliest()
    {
        Aroon aroon = new(4);
        foreach (double high in new double[] { 1, 5, 3, 5, 2 })
        {
            aroon.Update(new Bar(default, high, high, 0.5, 1));
        }

        Assert.Equal(new AroonValue(25, 0, 25), aroon.Value);
    }

    [Fact]
    public void Vortex_OneBar_DividesTheCrossDistancesByTheRange()
    {
        Vortex vortex = new(1);
        vortex.Update(new Bar(default, 2, 3, 1, 2));

        Assert.Equal(new VortexValue(4.0 / 3, 1.0 / 3), vortex.Update(new Bar(default, 3, 5, 2, 4)));
    }

    [Fact]
    public void Alligator_Lines_AreDelayedByTheirOffsets()
    {
        Alligator alligator = new(1, 2, 1, 1, 1, 0);
        for (int i = 1; i <= 3; i++)
        {
            alligator.Update(new Bar(default, i, i, i, i));
        }

        Assert.Equal(new AlligatorValue(1, 2, 3), alligator.Value);
    }

    [Fact]
    public void ParabolicSar_StopIsHit_TurnsAtTheExtremeAndIsKnownFromTheNextBar()
    {
        ParabolicSar sar = new(0.1, 0.2);
        sar.Update(new Bar(default, 9, 10, 8, 9));
        Assert.False(sar.IsReady);

        // The guess fails: the low is below the stop of 8.2, which turns to the extreme of 10.
        Assert.Equal(ParabolicSarValue.None, sar.Update(new Bar(default, 8, 9, 6, 7)));

        // 10 - 0.1 * (10 - 6) = 9.6, but not below the two highs before.
        Assert.Equal(new ParabolicSarValue(10, false), sar.Update(new Bar(default, 7, 8, 5, 6)));

        // 10 - 0.2 * (10 - 5) = 9, held at the high of 9; then hit.
        Assert.Equal(new ParabolicSarValue(5, true), sar.Update(new Bar(default, 6, 9.5, 6, 9)));
    }

    [Fact]
    public void SuperTrend_CloseThroughTheBand_ChangesSides()
    {
        SuperTrend trend = new(1, 1);
        trend.Update(new Bar(default, 10, 11, 9, 10));
        Assert.Equal(new SuperTrendValue(8, double.NaN, 8), trend.Update(new Bar(default, 10, 11, 9, 10)));

        Assert.Equal(new SuperTrendValue(11.5, 11.5, double.NaN), trend.Update(new Bar(default, 8, 8, 5, 6)), NearEnough);
    }

    [Fact]
    public void Ichimoku_ChikouSpan_BelongsToAnEarlierBar()
    {
        Ichimoku ichimoku = new(1, 2, 3);
        double[][] series = FinishedSeries.Of(ichimoku, [.. Enumerable.Range(1, 5).Select(i => new Bar(default, i, i, i, i))]);

        Assert.Equal([3, 4, 5, double.NaN, double.NaN], series[4]);
        Assert.Equal([double.NaN, double.NaN, double.NaN, 1.75, 2.75], series[2]);
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, 2], series[3]);
        Assert.Equal(5, ichimoku.Value.ChikouSpan);
    }

    private static bool NearEnough(SuperTrendValue expected, SuperTrendValue actual) =>
        expected.Equals(actual) || Math.Abs(expected.SuperTrend - actual.SuperTrend) < 1e-12;
}
