using System.Text.Json;
using OpenTrading.Analysis.Context;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Context;

/// <summary>Expected values were computed from the same file apart from this code; days and weeks begin at 17:00 in New York.</summary>
public sealed class ContextCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new ContextCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Context_RecordedFall_AgreesOnEveryTimeframe()
    {
        JsonElement answer = _bench.Call("htf_context", """{"symbol":"EURUSD"}""");

        Assert.Equal(["H4", "D1", "W1"], answer.GetProperty("frames").EnumerateArray().Select(f => f.GetProperty("timeframe").GetString()));
        Assert.Equal((1.11438, 1.12701, 7.4), Frame(0), new Close());
        Assert.Equal(1.12949, Frame(1).Fast, 2e-5);
        Assert.Equal(1.15185, Frame(1).Slow, 2e-5);
        Assert.Equal(("\"down\"", "100"), (CapabilityBench.At(answer, "alignment"), CapabilityBench.At(answer, "alignmentScore")));
        Assert.Equal("44.9", CapabilityBench.At(answer, "frames.0.strength"));
        Assert.Equal("443.3", CapabilityBench.At(answer, "frames.0.atrPoints"));
        Assert.Equal(("1.11434", "1.10574"), (CapabilityBench.At(answer, "frames.0.swingHigh"), CapabilityBench.At(answer, "frames.0.swingLow")));
        Assert.Equal("6", CapabilityBench.At(answer, "nearestLevels.#"));

        (double Fast, double Slow, double Position) Frame(int at)
        {
            JsonElement frame = answer.GetProperty("frames")[at];
            return (frame.GetProperty("ema50").GetDouble(), frame.GetProperty("ema200").GetDouble(), frame.GetProperty("rangePositionPct").GetDouble());
        }
    }

    [Fact]
    public void Context_OneTimeframeLacksBars_IsNamed()
    {
        JsonElement answer = _bench.Call("htf_context", """{"symbol":"USDJPY","timeframes":["H4","D1"]}""");

        Assert.Equal(("1", "\"D1\""), (CapabilityBench.At(answer, "frames.#"), CapabilityBench.At(answer, "unavailable.0.section")));
        Assert.Equal("absent", CapabilityBench.At(answer, "frames.0.ema200"));
        Assert.Equal("INSUFFICIENT_HISTORY", _bench.Refusal("htf_context", """{"symbol":"USDJPY","timeframes":"D1,W1"}"""));
    }

    public void Dispose() => _bench.Dispose();

    private sealed class Close : IEqualityComparer<(double Fast, double Slow, double Position)>
    {
        public bool Equals((double Fast, double Slow, double Position) x, (double Fast, double Slow, double Position) y) =>
            Math.Abs(x.Fast - y.Fast) < 2e-5 && Math.Abs(x.Slow - y.Slow) < 2e-5 && Math.Abs(x.Position - y.Position) < 0.06;

        public int GetHashCode((double Fast, double Slow, double Position) obj) => 0;
    }
}
