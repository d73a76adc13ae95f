using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Volatility;

/// <summary>Values worked out by hand, for machines without the references.</summary>
public class VolatilityGoldenTests
{
    [Fact]
    public void TrueRange_GapUp_ReachesBackToTheClose()
    {
        TrueRange range = new();

        Assert.Equal(double.NaN, range.Update(new Bar(default, 9, 10, 8, 9)));
        Assert.Equal(4, range.Update(new Bar(default, 12, 13, 12, 12)));
        Assert.Equal(5, range.Update(new Bar(default, 8, 8, 7, 7)));
        Assert.Equal(3, range.Update(new Bar(default, 8, 9, 6, 8)));
    }

    [Fact]
    public void Atr_OfTwo_StartsFromTheMeanOfTheRanges()
    {
        Atr atr = new(2);
        atr.Update(new Bar(default, 9, 10, 8, 9));
        Assert.Equal(4, atr.Update(new Bar(default, 12, 13, 12, 12)).TrueRange);
        Assert.Equal(4.5, atr.Update(new Bar(default, 8, 8, 7, 7)).Atr);

        Assert.Equal(new AtrValue(3, 3.75, 46.875), atr.Update(new Bar(default, 8, 9, 6, 8)));
    }

    [Fact]
    public void StandardDeviation_OfFour_DividesByThePeriod()
    {
        StandardDeviation deviation = new(4);
        foreach (double value in new double[] { 2, 4, 4 })
        {
            Assert.Equal(StandardDeviationValue.None, deviation.Update(value));
        }

        StandardDeviationValue actual = deviation.Update(6);

        Assert.Equal(4, actual.Mean);
        Assert.Equal(Math.Sqrt(2), actual.Deviation, 14);
        Assert.Equal(Math.Sqrt(2), actual.ZScore, 14);
    }

    [Fact]
    public void StandardDeviation_FlatAfterASpike_IsExactlyZero()
    {
        StandardDeviation deviation = new(7);
        double[] values = [0.1, 5e6, 3.3, .. Enumerable.Repeat(0.1, 7)];

        foreach (double value in values)
        {
            deviation.Update(value);
        }

        StandardDeviationValue last = deviation.Value;

        Assert.Equal((0.1, 0, double.NaN), (last.Mean, last.Deviation, last.ZScore));
    }

    [Fact]
    public void BollingerBands_OfFour_StandTwoDeviationsAway()
    {
        BollingerBands bands = new(4, 2);
        foreach (double value in new double[] { 2, 4, 4, 6 })
        {
            bands.Update(value);
        }

        BollingerBandsValue actual = bands.Value;

        Assert.Equal(4 + (2 * Math.Sqrt(2)), actual.UpperBand, 14);
        Assert.Equal(4 - (2 * Math.Sqrt(2)), actual.LowerBand, 14);
        Assert.Equal(0.5 + (0.25 * Math.Sqrt(2)), actual.PercentB, 14);
        Assert.Equal(Math.Sqrt(2), actual.Width, 14);
    }

    [Fact]
    public void DonchianChannel_Breakout_IsSeenAgainstTheBarsBefore()
    {
        DonchianChannel channel = new(2);
        channel.Update(new Bar(default, 2, 3, 1, 2));
        channel.Update(new Bar(default, 2, 4, 2, 3));
        Bar breakout = new(default, 3, 9, 3, 9);

        Assert.True(breakout.Close > channel.Update(breakout).UpperBand);
        Assert.Equal(new ChannelValue(4, 2.5, 1, 1.2), channel.Value);
    }

    [Fact]
    public void UlcerIndex_OfThree_MeasuresFromThePeakInsideTheWindow()
    {
        UlcerIndex ulcer = new(3);
        double[] actual = [.. new double[] { 100, 90, 100, 80 }.Select(ulcer.Update)];

        Assert.Equal(Math.Sqrt(100 / 3.0), actual[2], 12);
        Assert.Equal(Math.Sqrt(400 / 3.0), actual[3], 12);
    }
}
