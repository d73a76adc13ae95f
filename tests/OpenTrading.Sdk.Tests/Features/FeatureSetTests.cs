using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Features;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared.Markets;

namespace OpenTrading.Sdk.Tests.Features;

public sealed class FeatureSetTests
{
    private static readonly FeatureSet Base = FeatureSet.Require("base");

    [Fact]
    public void Base_Formulas_AreThoseOfItsVersion()
    {
        string formulas = string.Join('\n', Base.Features.Select(f => $"{f.Name}={f.Formula}"));

        // Whoever changes a formula raises the version: models are trained on one.
        Assert.Equal((1, "064fce08e32790dd"), (Base.Version, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(formulas)))[..16]));
    }

    [Fact]
    public void Compute_RecordedBars_AreTheValuesOfTheIndicators()
    {
        BarSeries bars = Part(0, 2000);
        FeatureTable table = Base.Compute(bars);
        double atr = IndicatorCatalog.BuiltIn.Require("atr").Default.Compute(bars)[0][^1];
        double ema = IndicatorCatalog.BuiltIn.Require("ema").Bind(new Dictionary<string, string> { ["period"] = "200" }).Compute(bars)[0][^1];
        Bar last = bars[bars.Count - 1];

        Assert.Equal(Math.Log(last.Close / bars.Close[^6]), Value("ret_5"), 12);
        Assert.Equal((last.Close - ema) / atr, Value("ema_200_atr"), 12);
        Assert.Equal(Math.Sin(2 * Math.PI * last.Time.Hour / 24), Value("hour_sin"), 12);
        Assert.InRange(Value("rsi_14"), 0, 1);
        Assert.InRange(Value("efficiency_20"), -1, 1);
        Assert.InRange(Value("channel_50"), 0, 1);

        double Value(string name) => table[Base.Features.ToList().FindIndex(f => f.Name == name)][^1];
    }

    [Fact]
    public void Compute_AfterTheWarmUp_EverythingIsKnown()
    {
        FeatureTable table = Base.Compute(Part(0, 1000));

        for (int i = 0; i < Base.Features.Count; i++)
        {
            Assert.True(double.IsFinite(table[i][Base.WarmupBars]), Base.Features[i].Name);
        }

        Assert.Equal(200, Base.WarmupBars);
    }

    [Fact]
    public void Compute_CutAnywhere_KnowsNothingOfWhatFollows()
    {
        FeatureTable whole = Base.Compute(Part(0, 1500));
        foreach (int cut in (int[])[201, 640, 1499])
        {
            FeatureTable part = Base.Compute(Part(0, cut));
            for (int feature = 0; feature < Base.Features.Count; feature++)
            {
                Assert.Equal(whole[feature][..cut], part[feature]);
            }
        }
    }

    [Fact]
    public void Compute_OtherScaleOfPrices_IsTheSame()
    {
        BarSeries bars = Part(0, 600);
        BarSeries scaled = BarSeries.From("X", Timeframe.H1, "test", [.. Enumerable.Range(0, bars.Count).Select(i => bars[i]).Select(b =>
            b with { Open = b.Open * 128, High = b.High * 128, Low = b.Low * 128, Close = b.Close * 128 })]);

        FeatureTable one = Base.Compute(bars);
        FeatureTable other = Base.Compute(scaled);

        for (int feature = 0; feature < Base.Features.Count; feature++)
        {
            Assert.Equal(one[feature][^1], other[feature][^1], 9);
        }
    }

    [Fact]
    public void Hash_OfRows_IsThatOfTheirContent()
    {
        FeatureTable table = Base.Compute(Part(0, 500));
        FeatureTable again = Base.Compute(Part(0, 600));

        Assert.Equal(table.Hash(400, 500), again.Hash(400, 500));
        Assert.NotEqual(table.Hash(400, 500), table.Hash(401, 500));
        Assert.NotEqual(table.Hash(400, 500), Base.Compute(Part(1, 500)).Hash(399, 499));
        Assert.Matches("^[0-9a-f]{64}$", table.Hash(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Hash(0, 501));
    }

    [Fact]
    public void Require_Unknown_NamesTheNearest()
    {
        CapabilityException refused = Assert.Throws<CapabilityException>(() => FeatureSet.Require("bases"));

        Assert.Equal((ErrorCode.NotFound, "Did you mean base?"), (refused.Code, refused.Remedy));
    }

    private static BarSeries Part(int first, int end) =>
        BarSeries.From("EURUSD", Timeframe.H4, "file:EURUSD", [.. Enumerable.Range(first, end - first).Select(i => RecordedBars.EurUsd[i])]);
}
