using System.Text.Json;
using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.Prices;

public sealed class TickCapabilitiesTests : IDisposable
{
    private readonly MarketBench _bench = new MarketBench().WithHours();
    private readonly CapabilityBench _face;

    public TickCapabilitiesTests()
    {
        // Two ticks share each second; the spread is 1 to 4 points in turn. The last 100 come at 01:00 with 10 points.
        _bench.Put("EURUSD", [.. Enumerable.Range(0, 1000).Select(i => Tick(i, MarketBench.Start.AddSeconds(i / 2), (i % 4) + 1)), .. Enumerable.Range(0, 100).Select(i => Tick(i, MarketBench.Start.AddHours(1), 10))]);
        _bench.Put("XAUUSD", Timeframe.H1, Enumerable.Range(0, 5).Select(i => MarketBench.Hour(i) with { Spread = double.NaN }));
        _face = new CapabilityBench(new TickCapabilities(_bench.Market, new Paging(_bench.Clock)));
    }

    public void Dispose()
    {
        _face.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("get_ticks", """{"symbol":"EURUSD","limit":2}""", "rows.#", "2")]
    [InlineData("get_ticks", """{"symbol":"EURUSD","limit":2}""", "columns", """["time","bid","ask"]""")]
    [InlineData("get_ticks", """{"symbol":"EURUSD","limit":2}""", "rows.1", """["2024-01-08T01:00:00.000Z",1.00099,1.00109]""")]
    [InlineData("get_ticks", """{"symbol":"EURUSD","limit":4,"to":"2024-01-08T00:00:02Z"}""", "spreadPoints", """{"min":1,"avg":2.5,"max":4}""")]
    [InlineData("get_ticks", """{"symbol":"EURUSD","from":"2024-01-08T00:00:01Z","to":"2024-01-08T00:00:02Z"}""", "rows.#", "2")]
    [InlineData("get_ticks", """{"symbol":"EURUSD"}""", "rows.#", "200")]
    [InlineData("get_ticks", """{"symbol":"EURUSD"}""", "truncated", "true")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD"}""", "basis", "\"ticks\"")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD"}""", "minPoints", "1")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD"}""", "maxPoints", "10")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD"}""", "medianPoints", "3")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD"}""", "byHour", """[{"hourUtc":0,"medianPoints":2.5},{"hourUtc":1,"medianPoints":10}]""")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD"}""", "nowPoints", "10")]
    [InlineData("get_spread_stats", """{"symbol":"TREND1","days":1}""", "basis", "\"bars\"")]
    [InlineData("get_spread_stats", """{"symbol":"TREND1","days":1}""", "p95Points", "8")]
    public void Call_Row_HasTheValue(string capability, string arguments, string path, string value) =>
        Assert.Equal(value, CapabilityBench.At(_face.Call(capability, arguments), path));

    [Theory]
    [InlineData("get_ticks", """{"symbol":"TREND1"}""", "NOT_SUPPORTED")]
    [InlineData("get_ticks", """{"symbol":"XAUUSD"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_ticks", """{"symbol":"EURUSD","from":"2024-01-09"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_ticks", """{"symbol":"EURUSD","limit":0}""", "VALIDATION_ERROR")]
    [InlineData("get_ticks", """{"symbol":"NOPE"}""", "SYMBOL_UNKNOWN")]
    [InlineData("get_spread_stats", """{"symbol":"XAUUSD"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_spread_stats", """{"symbol":"EURUSD","days":0}""", "VALIDATION_ERROR")]
    public void Call_WrongOrImpossible_IsRefused(string capability, string arguments, string code) => Assert.Equal(code, _face.Refusal(capability, arguments));

    [Fact]
    public void GetTicks_FollowingTheCursor_GivesEveryTickOnceOldestLast()
    {
        List<string> bids = [];
        string cursor = "";
        do
        {
            JsonElement page = _face.Call("get_ticks", $$"""{"symbol":"EURUSD","limit":301,"cursor":"{{cursor}}"}""");
            bids.InsertRange(0, page.GetProperty("rows").EnumerateArray().Select(r => $"{r[0]} {r[1]}"));
            cursor = page.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString()! : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(1100, bids.Count);
        Assert.Equal(1100, bids.Distinct().Count());
        Assert.Equal(bids.Order(), bids);
    }

    private static Tick Tick(int i, DateTime time, int spread) => new(time, (100_000 + i) / 100_000.0, (100_000 + i + spread) / 100_000.0);
}
