using System.Text.Json;
using OpenTrading.Analysis.Profiles;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Profiles;

/// <summary>Expected values were computed from the same file apart from this code.</summary>
public sealed class ProfileCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new ProfileCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Profile_RecordedBars_HasTheComputedValues()
    {
        JsonElement answer = _bench.Call("get_volume_profile", """{"symbol":"EURUSD","timeframe":"H4"}""");
        JsonElement[] rows = [.. answer.GetProperty("rows").EnumerateArray()];

        Assert.Equal(("1.13223", "1.13976", "1.11866"), (CapabilityBench.At(answer, "poc"), CapabilityBench.At(answer, "valueAreaHigh"), CapabilityBench.At(answer, "valueAreaLow")));
        Assert.Equal(24, rows.Length);
        Assert.Equal(6_162_406, rows.Sum(r => r.GetProperty("volume").GetDouble()), 1);
        Assert.Equal(20.2, rows.Max(r => r.GetProperty("pct").GetDouble()));
        Assert.Equal("\"tick\"", CapabilityBench.At(answer, "volumeKind"));
        Assert.Contains("1.13223", answer.GetProperty("highNodes").EnumerateArray().Select(n => n.GetRawText()));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","rows":2}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"USDJPY","timeframe":"D1"}""", "INSUFFICIENT_HISTORY")]
    public void Profile_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_volume_profile", arguments));

    public void Dispose() => _bench.Dispose();
}
