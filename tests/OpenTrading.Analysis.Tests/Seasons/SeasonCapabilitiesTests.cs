using System.Text.Json;
using OpenTrading.Analysis.Seasons;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Seasons;

/// <summary>Expected values were computed from the same file apart from this code; days begin at 17:00 in New York.</summary>
public sealed class SeasonCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new SeasonCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Seasonality_Weekdays_AreThoseOfTheTradingDay()
    {
        JsonElement[] days = [.. _bench.Call("get_seasonality", """{"symbol":"EURUSD"}""").GetProperty("buckets").EnumerateArray()];

        Assert.Equal(["monday", "tuesday", "wednesday", "thursday", "friday"], days.Select(d => d.GetProperty("key").GetString()));
        Assert.Equal([258, 259, 259, 261, 259], days.Select(d => d.GetProperty("n").GetInt32()));
        Assert.Equal(0.02803, days[0].GetProperty("meanPct").GetDouble(), 1e-5);
        Assert.Equal((53.1, 1.23), (days[0].GetProperty("winPct").GetDouble(), days[0].GetProperty("tStat").GetDouble()));
        Assert.All(days, d => Assert.False(d.GetProperty("significant").GetBoolean()));
    }

    [Fact]
    public void Seasonality_Hours_FallBackToTheShortestBarsThereAre()
    {
        JsonElement answer = _bench.Call("get_seasonality", """{"symbol":"EURUSD","by":"hour"}""");
        JsonElement first = answer.GetProperty("buckets")[0];

        // Of six four-hour bars the one at midnight stands out by far more than a test of six allows for.
        Assert.Equal(("\"H4\"", "6"), (CapabilityBench.At(answer, "timeframe"), CapabilityBench.At(answer, "buckets.#")));
        Assert.Equal(("0", 1291, 5.94, true), (first.GetProperty("key").GetString(), first.GetProperty("n").GetInt32(), first.GetProperty("tStat").GetDouble(), first.GetProperty("significant").GetBoolean()));
        Assert.Equal(2.09, answer.GetProperty("buckets")[1].GetProperty("tStat").GetDouble());
        Assert.False(answer.GetProperty("buckets")[1].GetProperty("significant").GetBoolean());
    }

    [Fact]
    public void Seasonality_Months_AreTwelve()
    {
        JsonElement answer = _bench.Call("get_seasonality", """{"symbol":"EURUSD","by":"month","years":9}""");

        Assert.Equal(Enumerable.Range(1, 12).Select(m => m.ToString(provider: null)), answer.GetProperty("buckets").EnumerateArray().Select(b => b.GetProperty("key").GetString()));
        Assert.Equal("INSUFFICIENT_HISTORY", _bench.Refusal("get_seasonality", """{"symbol":"EURUSD","by":"month","years":1}"""));
    }

    public void Dispose() => _bench.Dispose();
}
