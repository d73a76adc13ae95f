using System.Text.Json;
using OpenTrading.Analysis.Divergences;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Divergences;

/// <summary>Expected values were counted from the same file apart from this code.</summary>
public sealed class DivergenceCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new DivergenceCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Divergence_Rsi_HasThoseThatWereCounted()
    {
        JsonElement answer = _bench.Call("detect_divergence", """{"symbol":"EURUSD","timeframe":"H4"}""");
        (string?, string?)[] found = [.. answer.GetProperty("matches").EnumerateArray().Select(m => (m.GetProperty("kind").GetString(), m.GetProperty("direction").GetString()))];

        Assert.Equal(("29", "\"2022-03-01T16:00:00.000Z\"", "\"2022-03-02T16:00:00.000Z\""), (CapabilityBench.At(answer, "total"), CapabilityBench.At(answer, "matches.0.from"), CapabilityBench.At(answer, "matches.0.to")));
        Assert.Equal(("-0.00323", "3.2922"), (CapabilityBench.At(answer, "matches.0.priceDelta"), CapabilityBench.At(answer, "matches.0.oscDelta")));
        Assert.Equal((12, 3, 4, 10), (found.Count(f => f == ("regular", "up")), found.Count(f => f == ("regular", "down")), found.Count(f => f == ("hidden", "up")), found.Count(f => f == ("hidden", "down"))));
    }

    [Theory]
    [InlineData("macd")]
    [InlineData("stoch")]
    [InlineData("obv")]
    [InlineData("mfi")]
    public void Divergence_EveryOscillator_PartsFromThePrice(string oscillator)
    {
        JsonElement answer = _bench.Call("detect_divergence", $$"""{"symbol":"EURUSD","timeframe":"H4","oscillator":"{{oscillator}}"}""");

        Assert.NotEqual("0", CapabilityBench.At(answer, "matches.#"));
        Assert.All(answer.GetProperty("matches").EnumerateArray(), m => Assert.True(m.GetProperty("priceDelta").GetDouble() * m.GetProperty("oscDelta").GetDouble() < 0));
    }

    [Fact]
    public void Divergence_UnknownOscillator_IsRefused() => Assert.Equal("VALIDATION_ERROR", _bench.Refusal("detect_divergence", """{"symbol":"EURUSD","timeframe":"H4","oscillator":"cci"}"""));

    public void Dispose() => _bench.Dispose();
}
