using System.Text.Json;
using OpenTrading.Analysis.Regimes;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Regimes;

/// <summary>Expected values were computed from the same file apart from this code.</summary>
public sealed class RegimeCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new RegimeCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Regime_RecordedFall_IsADownTrend()
    {
        JsonElement answer = _bench.Call("get_regime", """{"symbol":"EURUSD","timeframe":"H4"}""");
        JsonElement shares = answer.GetProperty("probabilities");

        Assert.Equal(("\"trend_down\"", "\"2022-03-04T04:00:00.000Z\""), (CapabilityBench.At(answer, "regime"), CapabilityBench.At(answer, "sinceAt")));
        Assert.Equal((44.87, 0.5236, 97.8), (Number("adx"), Number("efficiencyRatio"), Number("volPercentile")));
        Assert.Equal((0.519, 0.481, 0.0), (shares.GetProperty("trend_down").GetDouble(), shares.GetProperty("volatile").GetDouble(), shares.GetProperty("range").GetDouble()));
        Assert.Equal(1, shares.EnumerateObject().Sum(s => s.Value.GetDouble()), 1e-3);
        Assert.InRange(Number("hurst"), 0.3, 0.8);

        double Number(string field) => answer.GetProperty(field).GetDouble();
    }

    [Fact]
    public void Regime_History_IsNewestFirstAndWithoutGaps()
    {
        JsonElement[] spans = [.. _bench.Call("get_regime", """{"symbol":"EURUSD","timeframe":"H4"}""").GetProperty("history").EnumerateArray()];

        Assert.Equal(20, spans.Length);
        Assert.Equal([("trend_down", 5), ("volatile", 33), ("range", 37)], spans.Take(3).Select(s => (s.GetProperty("regime").GetString()!, s.GetProperty("bars").GetInt32())));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.GetProperty("from").GetDateTime() > pair.Second.GetProperty("to").GetDateTime()));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"W1","bars":20}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"XAUUSD","timeframe":"MN1"}""", "INSUFFICIENT_HISTORY")]
    public void Regime_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_regime", arguments));

    public void Dispose() => _bench.Dispose();
}
