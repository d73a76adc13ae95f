using System.Text.Json;
using OpenTrading.Features.Sets;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Features;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Tests.Sets;

public sealed class FeatureCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private static readonly FeatureSet Base = FeatureSet.Require("base");
    private readonly CapabilityBench _bench = new(new FeatureCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Build_Newest_AreTheFeaturesOfTheWholePast()
    {
        JsonElement answer = _bench.Call("build_features", """{"symbol":"EURUSD","timeframe":"H4"}""");
        FeatureTable whole = Base.Compute(recorded.Bars);

        Assert.Equal(("\"base\"", "1", "true", "20", "{}"), (At("set"), At("version"), At("leakSafe"), At("rows.#"), At("nullPct")));
        Assert.Equal(["time", .. Base.Features.Select(f => f.Name)], answer.GetProperty("columns").EnumerateArray().Select(c => c.GetString()));
        for (int row = 0; row < 20; row++)
        {
            int bar = recorded.Bars.Count - 20 + row;
            for (int i = 0; i < Base.Features.Count; i++)
            {
                Assert.Equal(whole[i][bar], answer.GetProperty("rows")[row][i + 1].GetDouble(), Math.Max(1e-9, Math.Abs(whole[i][bar]) * 1e-6));
            }
        }

        Assert.Equal($"\"{whole.Hash(recorded.Bars.Count - 20, recorded.Bars.Count)}\"", At("hash"));
        Assert.True(answer.GetRawText().Length / 4 < 8000);

        string At(string path) => CapabilityBench.At(answer, path);
    }

    [Fact]
    public void Build_SpanAsked_IsThatSpanAndKnowsNothingBeyond()
    {
        JsonElement answer = _bench.Call("build_features", """{"symbol":"EURUSD","timeframe":"H4","from":"2021-06-01","to":"2021-06-03","last":1000}""");
        JsonElement newest = _bench.Call("build_features", """{"symbol":"EURUSD","timeframe":"H4","to":"2021-06-03","last":2}""");
        JsonElement[] rows = [.. answer.GetProperty("rows").EnumerateArray()];

        Assert.All(rows, r => Assert.InRange(r[0].GetDateTime(), new DateTime(2021, 6, 1), new DateTime(2021, 6, 2, 23, 59, 59)));
        Assert.InRange(rows.Length, 10, 12);
        Assert.Equal(rows[^1].GetRawText(), newest.GetProperty("rows")[1].GetRawText());
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","set":"bse"}""", "NOT_FOUND")]
    [InlineData("""{"symbol":"USDJPY","timeframe":"H4"}""", "INSUFFICIENT_HISTORY")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","from":"2021-06-05T00:00:00Z","to":"2021-06-05T04:00:00Z"}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","from":"2021-06-05","to":"2021-06-04"}""", "VALIDATION_ERROR")]
    public void Build_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("build_features", arguments));

    [Fact]
    public void Stats_OfAFeature_AreThoseOfItsValuesAndTheReturnsThatFollow()
    {
        JsonElement answer = _bench.Call("get_feature_stats", """{"symbol":"EURUSD","timeframe":"H4","horizon":5,"bars":2000}""");
        int count = recorded.Bars.Count;
        ReadOnlySpan<double> close = recorded.Bars.Close;
        double[] feature = new double[1995];
        double[] returns = new double[1995];
        for (int i = 0; i < feature.Length; i++)
        {
            int bar = count - 2000 + i;
            feature[i] = Math.Log(close[bar] / close[bar - 20]);
            returns[i] = Math.Log(close[bar + 5] / close[bar]);
        }

        JsonElement row = answer.GetProperty("features").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "ret_20");
        double ic = Correlation.Spearman(feature, returns);
        Assert.Equal(1995, answer.GetProperty("n").GetInt32());
        Assert.Equal(Moments.Mean(feature), row.GetProperty("mean").GetDouble(), 1e-8);
        Assert.Equal(Moments.Deviation(feature), row.GetProperty("stdev").GetDouble(), 1e-8);
        Assert.Equal(ic, row.GetProperty("ic").GetDouble(), 1e-4);
        Assert.Equal(ic * Math.Sqrt(397 / (1 - (ic * ic))), row.GetProperty("icT").GetDouble(), 1e-2);
        Assert.Equal(UnitRoot.AugmentedDickeyFuller(feature).PValue, row.GetProperty("stationaryP").GetDouble(), 1e-4);
        Assert.Equal(Base.Features.Count, answer.GetProperty("features").GetArrayLength());
        Assert.True(answer.GetRawText().Length / 4 < 8000);
    }

    [Fact]
    public void Stats_FeaturesThatSayTheSame_AreNamedOnce()
    {
        JsonElement answer = _bench.Call("get_feature_stats", """{"symbol":"EURUSD","timeframe":"H4","bars":2000}""");
        (string A, string B, double Value)[] pairs = [.. answer.GetProperty("highCorrelations").EnumerateArray().Select(p =>
            (p.GetProperty("a").GetString()!, p.GetProperty("b").GetString()!, p.GetProperty("value").GetDouble()))];

        Assert.Contains(pairs, p => p is { A: "rsi_14", Value: > 0.8 } or { B: "rsi_14", Value: > 0.8 });
        Assert.All(pairs, p => Assert.InRange(Math.Abs(p.Value), 0.8, 1));
        Assert.Equal(pairs.OrderByDescending(p => Math.Abs(p.Value)).ToArray(), pairs);
        Assert.DoesNotContain(pairs, p => p.A == p.B);
    }

    public void Dispose() => _bench.Dispose();
}
