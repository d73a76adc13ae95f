using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Sizing;

/// <summary>The golden sizes of the risk rules: unrounded by the sizer, then down to the instrument's step.</summary>
public sealed class SizerTests
{
    private static readonly Instrument WithCommission = Scene.EurUsd with { CommissionPerLot = 3.5m };

    [Fact]
    public void FixedLots_BetweenTwoSteps_RoundsDown() => Assert.Equal(0.37m, Scene.EurUsd.FloorVolume(Raw(new FixedLots(0.379m), Scene.EurUsd)!.Value));

    // 1 % of 10,000 over 250 points and a round turn of 7: 100 / 257.
    [Fact]
    public void PercentRisk_CommissionIncluded_IsTheGoldenSize()
    {
        decimal raw = Raw(new PercentRisk(0.01m), WithCommission)!.Value;

        Assert.Equal(100m / 257m, raw);
        Assert.Equal(0.38m, WithCommission.FloorVolume(raw));
        Assert.Equal(0.3m, (WithCommission with { VolumeStep = 0.1m, VolumeMin = 0.1m }).FloorVolume(raw));
    }

    [Fact]
    public void FloorVolume_BelowTheMinimum_IsNoneAndNeverRoundedUp()
    {
        Assert.Equal(0m, Scene.EurUsd.FloorVolume(0.00999m));
        Assert.Equal(0.01m, Scene.EurUsd.FloorVolume(0.01m));
        Assert.Equal(0m, (Scene.EurUsd with { VolumeMin = 0.5m }).FloorVolume(0.49m));
    }

    [Fact]
    public void FloorVolume_AboveTheMaximum_IsTheMaximum() => Assert.Equal(100m, Scene.EurUsd.FloorVolume(250m));

    [Fact]
    public void PercentRisk_Base_IsTheSmallerOfBalanceAndOwnEquity() => Assert.Equal(
        50m / 250m,
        new PercentRisk(0.01m).Raw(
            new SizingInput(Scene.EurUsd, Scene.Account with { Equity = 6_000m, Credit = 1_000m }, 1.08500m, 1.08250m, Scene.Context.Rates), out _));

    [Fact]
    public void PercentRisk_NoStop_SaysWhy() => SaysWhy(Scene.EurUsd, null, "stop");

    [Fact]
    public void PercentRisk_StopAtTheEntry_SaysWhy() => SaysWhy(Scene.EurUsd, 1.08500m, "stop is at the entry");

    [Fact]
    public void PercentRisk_NoRate_SaysWhy() => SaysWhy(Scene.EurUsd with { ProfitCurrency = "GBP" }, 1.08250m, "no rate from GBP to USD");

    [Fact]
    public void FixedUnits_ContractOf100000_AreLots() => Assert.Equal(0.5m, Raw(new FixedUnits(50_000), Scene.EurUsd));

    [Theory]
    [InlineData("lots:0.1", typeof(FixedLots))]
    [InlineData("units:100000", typeof(FixedUnits))]
    [InlineData("risk:1%", typeof(PercentRisk))]
    public void Parse_Form_IsItsSizer(string text, Type expected) => Assert.IsType(expected, SizerSpec.Parse(text));

    [Fact]
    public void Parse_PercentAndFraction_AreTheSameRisk()
    {
        Assert.Equal(100m / 250m, Raw(SizerSpec.Parse("risk:1%"), Scene.EurUsd));
        Assert.Equal(100m / 250m, Raw(SizerSpec.Parse("risk:0.01"), Scene.EurUsd));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lots")]
    [InlineData("lots:0")]
    [InlineData("lots:-1")]
    [InlineData("lots:1%")]
    [InlineData("units:1,000")]
    [InlineData("risk:101%")]
    [InlineData("kelly:0.5")]
    public void Parse_OtherText_Throws(string text) => Assert.Throws<FormatException>(() => SizerSpec.Parse(text));

    private static decimal? Raw(ISizer sizer, Instrument instrument) =>
        sizer.Raw(new SizingInput(instrument, Scene.Account, 1.08500m, 1.08250m, Scene.Context.Rates), out _);

    private static void SaysWhy(Instrument instrument, decimal? stop, string expected)
    {
        var input = new SizingInput(instrument, Scene.Account, 1.08500m, stop, new CurrencyConverter(_ => null));

        Assert.Null(new PercentRisk(0.01m).Raw(input, out string why));
        Assert.Contains(expected, why, StringComparison.Ordinal);
    }
}
