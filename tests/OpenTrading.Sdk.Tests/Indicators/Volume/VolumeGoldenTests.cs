using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Indicators.Volume;

/// <summary>Values worked out by hand, for machines without the references.</summary>
public class VolumeGoldenTests
{
    [Fact]
    public void Obv_ClosesUpDownAndEqual_AddsSubtractsAndKeeps()
    {
        Obv obv = new();

        Assert.Equal([0, 20, -10, -10], new[] { Bar(5, 10), Bar(6, 20), Bar(4, 30), Bar(4, 40) }.Select(bar => obv.Update(bar)));
    }

    [Fact]
    public void Adl_CloseAtThreeQuarters_AddsHalfTheVolume()
    {
        Adl adl = new();

        Assert.Equal(new AdlValue(50, 0.5, 50), adl.Update(new Bar(default, 1, 5, 1, 4, 100)));
        Assert.Equal(new AdlValue(40, -1, -10), adl.Update(new Bar(default, 4, 4, 2, 2, 10)));
    }

    [Fact]
    public void Vwap_Weights_ByVolume()
    {
        Vwap vwap = new();
        Assert.Equal(VwapValue.None, vwap.Update(Bar(7, 0)));
        Assert.Equal(new VwapValue(10, 10, 10), vwap.Update(Bar(10, 1)));

        // Squares about 17.5: (1 * 7.5² + 3 * 2.5²) / 4.
        double deviation = Math.Sqrt(18.75);
        Assert.Equal(new VwapValue(17.5, 17.5 + deviation, 17.5 - deviation), vwap.Update(Bar(20, 3)));
    }

    [Theory]
    [InlineData(VwapAnchor.Series, 15)]
    [InlineData(VwapAnchor.Day, 20)]
    [InlineData(VwapAnchor.Week, 15)]
    [InlineData(VwapAnchor.Month, 20)]
    public void Vwap_Anchor_BeginsAnewWithIt(VwapAnchor anchor, double expected)
    {
        Vwap vwap = new(anchor: anchor);
        vwap.Update(Bar(10, 5) with { Time = new DateTime(2024, 1, 31, 23, 0, 0, DateTimeKind.Utc) });

        Assert.Equal(expected, vwap.Update(Bar(20, 5) with { Time = new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc) }).Vwap);
    }

    [Fact]
    public void Mfi_RisingTwiceTheFalling_IsTwoThirds()
    {
        Mfi mfi = new(2);
        mfi.Update(Bar(5, 1));
        mfi.Update(Bar(10, 2));

        Assert.Equal(200 / 3.0, mfi.Update(Bar(5, 2)), 12);
    }

    [Fact]
    public void Mfi_NothingFallsAfterLargeFlows_IsHundred()
    {
        Mfi mfi = new(3);
        foreach (Bar bar in new[] { Bar(5, 1e9), Bar(4.1, 3e9), Bar(3.3, 0.7), Bar(3.4, 1), Bar(3.5, 1) })
        {
            mfi.Update(bar);
        }

        Assert.Equal(100, mfi.Update(Bar(3.6, 1)));
    }

    [Fact]
    public void Cmf_VolumeDriesUp_HasNoValue()
    {
        Cmf cmf = new(3);
        foreach (double volume in new[] { 1e9, 0.1, 0, 0 })
        {
            cmf.Update(new Bar(default, 1, 5, 1, 4, volume));
        }

        Assert.True(cmf.IsReady);
        Assert.Equal(double.NaN, cmf.Update(new Bar(default, 1, 5, 1, 4, 0)).Cmf);
    }

    private static Bar Bar(double price, double volume) => new(default, price, price, price, price, volume);
}
