using System.Text.Json;
using OpenTrading.Analysis.Structure;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Structure;

/// <summary>Expected values were counted from the same file apart from this code, by comparing every bar with its neighbours.</summary>
public sealed class StructureCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new StructureCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Structure_RecordedFall_HasItsSwingsBreaksAndTurn()
    {
        JsonElement answer = _bench.Call("get_market_structure", """{"symbol":"EURUSD","timeframe":"H4"}""");
        string[] kinds = [.. answer.GetProperty("swings").EnumerateArray().Select(s => s.GetProperty("kind").GetString()!)];

        Assert.Equal(("\"down\"", "1.11434"), (CapabilityBench.At(answer, "trend"), CapabilityBench.At(answer, "invalidation")));
        Assert.Equal((100, "true"), (kinds.Length, CapabilityBench.At(answer, "truncated")));
        Assert.Equal(("\"2022-03-01T08:00:00.000Z\"", "1.12331", "\"LH\""), Swing(-4));
        Assert.Equal(("\"2022-03-02T16:00:00.000Z\"", "1.10574", "\"LL\""), Swing(-1));
        Assert.Equal("41", CapabilityBench.At(answer, "breaks.#"));
        Assert.Equal(18, answer.GetProperty("breaks").EnumerateArray().Count(b => b.GetProperty("kind").GetString() == "CHOCH"));
        Assert.Equal(("\"2022-03-03T16:00:00.000Z\"", "1.10574", "\"BOS\"", "\"down\""), (Break("time"), Break("price"), Break("kind"), Break("direction")));

        (string, string, string) Swing(int at) => (CapabilityBench.At(answer, $"swings.{at}.time"), CapabilityBench.At(answer, $"swings.{at}.price"), CapabilityBench.At(answer, $"swings.{at}.kind"));
        string Break(string field) => CapabilityBench.At(answer, $"breaks.-1.{field}");
    }

    [Fact]
    public void Structure_BarsTakenAway_LeaveWhatWasKnownBefore()
    {
        SwingPoint[] all = [.. SwingPoint.Of(recorded.Bars)];
        var whole = new MarketStructure(recorded.Bars, all);
        SwingPoint[] known = [.. all.Where(s => s.KnownAt < recorded.Bars.Count - 200)];

        // The breaks before a bar are those of a reader who knew only the swings of that time.
        var then = new MarketStructure(recorded.Bars, known);

        Assert.True(known.Length < all.Length);
        Assert.Equal(whole.Breaks.Where(b => b.Bar < recorded.Bars.Count - 200), then.Breaks.Where(b => b.Bar < recorded.Bars.Count - 200));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","swing":0}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","bars":10}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"NOPE","timeframe":"H4"}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"M1"}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"USDJPY","timeframe":"H4","swing":40}""", "INSUFFICIENT_HISTORY")]
    public void Structure_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_market_structure", arguments));

    public void Dispose() => _bench.Dispose();
}
