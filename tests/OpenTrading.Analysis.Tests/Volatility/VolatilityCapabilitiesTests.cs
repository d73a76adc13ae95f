using System.Text.Json;
using OpenTrading.Analysis.Volatility;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Volatility;

/// <summary>Expected values were computed from the same file apart from this code.</summary>
public sealed class VolatilityCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new VolatilityCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Volatility_RecordedBars_HasTheComputedValues()
    {
        JsonElement answer = _bench.Call("get_volatility_profile", """{"symbol":"EURUSD","timeframe":"H4"}""");

        Assert.Equal(("443.3", "97.4", "998.6"), (CapabilityBench.At(answer, "atrPoints"), CapabilityBench.At(answer, "atrPercentile"), CapabilityBench.At(answer, "adrPoints")));
        Assert.Equal(("7.046", "12.003"), (CapabilityBench.At(answer, "realizedVolPct"), CapabilityBench.At(answer, "ewmaVolPct")));
        Assert.Equal(100 * 1827 / 998.643, answer.GetProperty("usedOfAdrPct").GetDouble(), 0.06);
        Assert.Equal(
            [(0, 187.6), (4, 176.3), (8, 309.1), (12, 368.9), (16, 428.1), (20, 228.3)],
            answer.GetProperty("byHour").EnumerateArray().Select(h => (h.GetProperty("hourUtc").GetInt32(), h.GetProperty("rangePoints").GetDouble())));
    }

    [Fact]
    public void Volatility_Daily_HasNoHours()
    {
        JsonElement answer = _bench.Call("get_volatility_profile", """{"symbol":"EURUSD","timeframe":"D1","bars":100}""");

        Assert.Equal(("0", "absent"), (CapabilityBench.At(answer, "byHour.#"), CapabilityBench.At(answer, "garchForecastPct")));
    }

    [Theory]
    [InlineData(0.08, 0.90)]
    [InlineData(0.15, 0.60)]
    public void Garch_MadeReturns_FindsTheWeightsTheyWereMadeWith(double alpha, double beta)
    {
        var random = new Random(7);
        double variance = 1e-6;
        double[] returns = new double[20_000];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = Math.Sqrt(variance) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            variance = (1e-6 * (1 - alpha - beta)) + (alpha * returns[i] * returns[i]) + (beta * variance);
        }

        Garch fit = Garch.Fit(returns)!.Value;

        Assert.Equal(alpha, fit.Alpha, 0.03);
        Assert.Equal(beta, fit.Beta, 0.06);
        Assert.Equal(1, fit.Forecast / variance, 0.1);
    }

    [Fact]
    public void Garch_NothingMoves_IsUnknown()
    {
        Assert.Null(Garch.Fit(new double[1000]));
        Assert.Null(Garch.Fit([.. Enumerable.Range(0, 100).Select(i => i % 2 * 0.01)]));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","bars":6000}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"USDCHF","timeframe":"H4"}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"USDJPY","timeframe":"D1"}""", "INSUFFICIENT_HISTORY")]
    public void Volatility_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_volatility_profile", arguments));

    public void Dispose() => _bench.Dispose();
}
