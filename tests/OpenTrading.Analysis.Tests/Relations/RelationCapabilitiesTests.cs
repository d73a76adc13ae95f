using System.Text.Json;
using OpenTrading.Analysis.Relations;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Relations;

/// <summary>Expected values were computed from the same files apart from this code, by another library's least squares.</summary>
public sealed class RelationCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(
        new CorrelationCapabilities(new BarHistory(recorded.Context("EURUSD", "GBPUSD", "XAUUSD", "USDCHF"))),
        new PairCapabilities(new BarHistory(recorded.Context())),
        new StrengthCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Correlation_Watchlist_HasTheComputedValues()
    {
        JsonElement answer = _bench.Call("get_correlation", """{"timeframe":"H4"}""");

        Assert.Equal(("494", "\"mixed\"", "\"USDCHF\""), (CapabilityBench.At(answer, "overlapBars"), CapabilityBench.At(answer, "source"), CapabilityBench.At(answer, "unavailable.0.section")));
        Assert.Equal([1, 0.69, 0.0759], answer.GetProperty("matrix")[0].EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal(("\"EURUSD\"", "\"GBPUSD\"", "0.69", "0.8127"), (Pair("a"), Pair("b"), Pair("value"), Pair("rolling30")));
        Assert.Equal("\"file:XAUUSD\"", CapabilityBench.At(answer, "sources.XAUUSD"));

        string Pair(string field) => CapabilityBench.At(answer, $"pairs.0.{field}");
    }

    [Fact]
    public void Correlation_Spearman_IsOfTheRanks() =>
        Assert.Equal(0.6575, _bench.Call("get_correlation", """{"symbols":"EURUSD,GBPUSD,XAUUSD","timeframe":"H4","method":"spearman"}""").GetProperty("matrix")[0][1].GetDouble(), 2e-4);

    [Theory]
    [InlineData("""{"symbols":["EURUSD"],"timeframe":"H4"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbols":["EURUSD","EURUSD"],"timeframe":"H4"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbols":["EURUSD","NOPE"],"timeframe":"H4"}""", "SYMBOL_UNKNOWN")]
    public void Correlation_NothingToCompare_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_correlation", arguments));

    [Fact]
    public void Pair_TwoMajors_HasTheComputedValues()
    {
        JsonElement answer = _bench.Call("get_pair_analysis", """{"symbolA":"EURUSD","symbolB":"GBPUSD","timeframe":"H4"}""");

        Assert.Equal(0.406539, answer.GetProperty("hedgeRatio").GetDouble(), 1e-6);
        Assert.Equal(0.866954, answer.GetProperty("adfP").GetDouble(), 1e-4);
        Assert.Equal(("false", "53.34", "-3.954"), (CapabilityBench.At(answer, "cointegrated"), CapabilityBench.At(answer, "halfLifeBars"), CapabilityBench.At(answer, "zScore")));
        Assert.Equal(0.00706033, answer.GetProperty("spread").GetProperty("stdev").GetDouble(), 1e-7);
    }

    [Fact]
    public void Pair_SameInstrument_IsRefused() => Assert.Equal("VALIDATION_ERROR", _bench.Refusal("get_pair_analysis", """{"symbolA":"EURUSD","symbolB":"eurusd","timeframe":"H4"}"""));

    [Fact]
    public void HalfLife_OfAKnownProcess_IsThatOfItsWeight()
    {
        // 0.9 of a distance is left after a bar: half of it after ln 0.5 / ln 0.9 bars.
        double[] falling = [.. Enumerable.Range(0, 50).Select(i => Math.Pow(0.9, i))];

        Assert.Equal(6.58, PairCapabilities.HalfLife(falling));
        Assert.Null(PairCapabilities.HalfLife([.. Enumerable.Range(0, 50).Select(i => Math.Pow(1.1, i))]));
    }

    [Fact]
    public void Strength_ThreePairs_SolvesForFourCurrencies()
    {
        JsonElement answer = _bench.Call("get_currency_strength", """{"timeframe":"H4"}""");
        JsonElement[] ranks = [.. answer.GetProperty("currencies").EnumerateArray()];

        Assert.Equal(["JPY", "USD", "GBP", "EUR"], ranks.Select(r => r.GetProperty("code").GetString()));
        Assert.Equal([2.1816, 1.5107, -0.7227, -2.8897], ranks.Select(r => r.GetProperty("changePct").GetDouble()));
        Assert.Equal([100, 87.1, 43.4, 0], ranks.Select(r => r.GetProperty("score").GetDouble()));
        Assert.Equal(("\"USDJPY\"", "\"EURUSD\""), (CapabilityBench.At(answer, "strongestPair"), CapabilityBench.At(answer, "weakestPair")));
        Assert.Equal("INSUFFICIENT_HISTORY", _bench.Refusal("get_currency_strength", """{"timeframe":"D1","bars":4000}"""));
    }

    [Fact]
    public void Strength_EveryPair_IsTheMeanAgainstAllOthers()
    {
        (string, string, double)[] pairs = [("A", "B", 0.03), ("A", "C", 0.05), ("B", "C", 0.01)];

        IReadOnlyDictionary<string, double> strengths = CurrencyStrength.Of(pairs);

        Assert.Equal((0.03 + 0.05) / 3, strengths["A"], 1e-12);
        Assert.Equal((-0.03 + 0.01) / 3, strengths["B"], 1e-12);
        Assert.Equal((-0.05 - 0.01) / 3, strengths["C"], 1e-12);
    }

    [Fact]
    public void Connected_TwoIslands_KeepsTheLarger() => Assert.Equal(
        ["AB", "BC"],
        CurrencyStrength.Connected(["XY", "AB", "BC"], p => (p[..1], p[1..])));

    public void Dispose() => _bench.Dispose();
}
