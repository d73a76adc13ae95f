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
        Assert.Equal(double.NaN, vwap.Update(Bar(7, 0)));
        vwap.Update(Bar(10, 1));

        Assert.Equal(17.5, vwap.Update(Bar(20, 3)));
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
