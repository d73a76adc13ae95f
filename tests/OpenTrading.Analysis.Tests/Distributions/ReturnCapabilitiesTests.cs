using System.Text.Json;
using OpenTrading.Analysis.Distributions;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Distributions;

/// <summary>Expected values were computed from the same file apart from this code.</summary>
public sealed class ReturnCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new ReturnCapabilities(new BarHistory(recorded.Context())));

    [Theory]
    [InlineData("n", 499, 0)]
    [InlineData("meanPct", -0.0117665, 1e-6)]
    [InlineData("stdevPct", 0.1771085, 1e-5)]
    [InlineData("annualVolPct", 7.0457, 1e-3)]
    [InlineData("skew", -0.484518, 1e-4)]
    [InlineData("kurtosis", 6.837249, 1e-3)]
    [InlineData("varianceRatio", 1.0213746, 1e-4)]
    [InlineData("maxDrawdownPct", 5.9045, 1e-3)]
    [InlineData("normalityP", 0, 1e-60)]
    [InlineData("autocorr.0", 0.0196, 1e-4)]
    [InlineData("autocorr.6", -0.0562, 1e-4)]
    [InlineData("autocorr.9", 0.0429, 1e-4)]
    public void Returns_RecordedBars_HaveTheComputedValue(string field, double expected, double tolerance)
    {
        JsonElement answer = _bench.Call("get_return_stats", """{"symbol":"EURUSD","timeframe":"H4"}""");

        Assert.Equal(expected, double.Parse(CapabilityBench.At(answer, field), System.Globalization.CultureInfo.InvariantCulture), tolerance);
    }

    [Fact]
    public void NormalityP_OfANormalShape_IsOne()
    {
        Assert.Equal(1, ReturnCapabilities.NormalityP(500, 0, 3));

        // The 5 % point of χ² with two degrees is 5.991.
        Assert.Equal(0.05, ReturnCapabilities.NormalityP(600, Math.Sqrt(0.05991), 3), 1e-4);
    }

    [Fact]
    public void Returns_TooFewBars_AreRefused() => Assert.Equal("INSUFFICIENT_HISTORY", _bench.Refusal("get_return_stats", """{"symbol":"USDJPY","timeframe":"D1"}"""));

    public void Dispose() => _bench.Dispose();
}
