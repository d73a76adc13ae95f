using System.Text.Json;
using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.Prices;

public sealed class MarketCapabilitiesTests : IDisposable
{
    private readonly MarketBench _bench = new MarketBench().WithHours();
    private readonly CapabilityBench _face;

    public MarketCapabilitiesTests() => _face = new CapabilityBench(new MarketCapabilities(_bench.Market, new Paging(_bench.Clock)));

    public void Dispose()
    {
        _face.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "bid", "1.10475")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "ask", "1.10485")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "spreadPoints", "10")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "spreadPips", "1")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "time", "\"2024-01-10T00:00:00.000Z\"")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "source", "\"file:EURUSD\"")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "stale", "true")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "marketClosed", "false")]
    [InlineData("get_quote", """{"symbol":"EURUSD"}""", "summary", "\"EURUSD 1.10475/1.10485 from file:EURUSD at 2024-01-10 00:00:00 UTC.\"")]
    [InlineData("get_quote", """{"symbol":"TREND1"}""", "bid", "1.00100")]
    [InlineData("get_quote", """{"symbol":"TREND1"}""", "source", "\"synthetic\"")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "rows.#", "46")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "columns", """["time","open","high","low","close","tickVolume","spreadPoints"]""")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "rows.0", """["2024-01-08T00:00:00.000Z",1.10000,1.10020,1.09990,1.10005,100,10]""")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "rows.19.6", "40")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "gaps", """[{"from":"2024-01-08T10:00:00.000Z","to":"2024-01-08T12:00:00.000Z","missingBars":2}]""")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "truncated", "false")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "stale", "false")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD"}""", "aggregatedFrom", "absent")]
    [InlineData("get_market_bars", """{"symbol":"eurusd.r","count":"2"}""", "rows.0.0", "\"2024-01-09T22:00:00.000Z\"")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","from":"2024-01-08T09:00:00Z","to":"2024-01-08T13:00:00Z"}""", "rows.#", "2")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","timeframe":"4h","count":1}""", "aggregatedFrom", "\"H1\"")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","timeframe":"4h","count":1}""", "rows.0", """["2024-01-09T20:00:00.000Z",1.10440,1.10490,1.10430,1.10475,582,10]""")]
    [InlineData("get_market_bars", """{"symbol":"synthetic:TREND1","count":3}""", "rows.#", "3")]
    public void Call_Row_HasTheValue(string capability, string arguments, string path, string value) =>
        Assert.Equal(value, CapabilityBench.At(_face.Call(capability, arguments), path));

    [Theory]
    [InlineData("get_quote", """{"symbol":"EURUSDX"}""", "SYMBOL_UNKNOWN")]
    [InlineData("get_quote", """{"symbol":"USDJPY"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_quote", """{"symbol":"synthetic:EURUSD"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_quote", "{}", "VALIDATION_ERROR")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","timeframe":"M5"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","from":"2030-01-01"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","from":"0001-01-01"}""", "VALIDATION_ERROR")]
    [InlineData("get_market_bars", """{"symbol":"TREND1","to":"0001-01-03"}""", "VALIDATION_ERROR")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","from":"2024-01-09","to":"2024-01-09"}""", "VALIDATION_ERROR")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","count":0}""", "VALIDATION_ERROR")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","count":5001}""", "VALIDATION_ERROR")]
    [InlineData("get_market_bars", """{"symbol":"EURUSD","cursor":"x"}""", "VALIDATION_ERROR")]
    [InlineData("get_market_depth", """{"symbol":"EURUSD"}""", "NOT_SUPPORTED")]
    [InlineData("get_market_depth", """{"symbol":"NOPE"}""", "SYMBOL_UNKNOWN")]
    public void Call_WrongOrImpossible_IsRefused(string capability, string arguments, string code) => Assert.Equal(code, _face.Refusal(capability, arguments));

    [Fact]
    public void GetMarketBars_MoreRowsThanMcpCarries_LimitExceeded()
    {
        Assert.Equal("LIMIT_EXCEEDED", _face.Refusal("get_market_bars", """{"symbol":"EURUSD","count":1001}""", Surface.Mcp));
        Assert.Equal("46", CapabilityBench.At(_face.Call("get_market_bars", """{"symbol":"EURUSD","count":1000}""", Surface.Mcp), "rows.#"));
    }

    [Fact]
    public void GetMarketBars_FollowingTheCursor_GivesEveryBarOnceOldestLast()
    {
        List<string> times = [];
        string cursor = "";
        do
        {
            JsonElement page = _face.Call("get_market_bars", $$"""{"symbol":"EURUSD","count":20,"cursor":"{{cursor}}"}""");
            times.InsertRange(0, page.GetProperty("rows").EnumerateArray().Select(r => r[0].GetString()!));
            cursor = page.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString()! : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(46, times.Count);
        Assert.Equal(times.Distinct().Order(), times);
    }

    [Fact]
    public void GetMarketBars_CursorOfAnotherTimeframe_IsRefused()
    {
        string cursor = _face.Call("get_market_bars", """{"symbol":"EURUSD","count":5}""").GetProperty("nextCursor").GetString()!;

        Assert.Equal("VALIDATION_ERROR", _face.Refusal("get_market_bars", $$"""{"symbol":"EURUSD","timeframe":"H4","count":5,"cursor":"{{cursor}}"}"""));
    }

    [Fact]
    public void GetMarketBars_ClockInsideTheRecord_ShowsNothingOfTheFuture()
    {
        _bench.Clock.Now = MarketBench.Start.AddHours(6.5);

        JsonElement h1 = _face.Call("get_market_bars", """{"symbol":"EURUSD"}""");
        JsonElement h4 = _face.Call("get_market_bars", """{"symbol":"EURUSD","timeframe":"H4"}""");

        Assert.Equal(("6", "\"2024-01-08T05:00:00.000Z\""), (CapabilityBench.At(h1, "rows.#"), CapabilityBench.At(h1, "rows.-1.0")));
        Assert.Equal(("1", "\"2024-01-08T00:00:00.000Z\""), (CapabilityBench.At(h4, "rows.#"), CapabilityBench.At(h4, "rows.-1.0")));
        Assert.Equal("1.10055", CapabilityBench.At(_face.Call("get_quote", """{"symbol":"EURUSD"}"""), "bid"));
    }

    [Fact]
    public void GetMarketBars_IncludeForming_AddsTheBarOfTheFinerOnesThatHaveClosed()
    {
        _bench.Clock.Now = MarketBench.Start.AddHours(6.5);

        JsonElement answer = _face.Call("get_market_bars", """{"symbol":"EURUSD","timeframe":"H4","includeForming":true}""");

        // Bars 4 and 5 have closed, bar 6 has not.
        Assert.Equal("""["2024-01-08T04:00:00.000Z",1.10040,1.10070,1.10030,1.10055,209,10]""", CapabilityBench.At(answer, "rows.-1"));
        Assert.Equal("2", CapabilityBench.At(answer, "rows.#"));
    }

    [Fact]
    public void GetQuote_SymbolOfTheSession_IsTheQuoteItTradesOn()
    {
        _bench.Live = new Quote("EURUSD", 1.2m, 1.3m, _bench.Clock.Now, "file:EURUSD");

        JsonElement answer = _face.Call("get_quote", """{"symbol":"EURUSD"}""");

        Assert.Equal(("1.2", "1.3", "false"), (CapabilityBench.At(answer, "bid"), CapabilityBench.At(answer, "ask"), CapabilityBench.At(answer, "stale")));
    }

    [Fact]
    public void GetQuote_Weekend_IsClosedAndNotStale()
    {
        _bench.Clock.Now = new DateTime(2024, 1, 13, 12, 0, 0, DateTimeKind.Utc);

        JsonElement answer = _face.Call("get_quote", """{"symbol":"EURUSD"}""");

        Assert.Equal(("true", "false"), (CapabilityBench.At(answer, "marketClosed"), CapabilityBench.At(answer, "stale")));
    }

    [Fact]
    public void GetMarketBars_AskedAgain_DoesNotAskTheSourceForWhatItGave()
    {
        _face.Call("get_market_bars", """{"symbol":"TREND1","count":100}""");
        int reads = _bench.Feed.Reads;
        _face.Call("get_market_bars", """{"symbol":"TREND1","count":50}""");

        Assert.True(_bench.Feed.Reads <= reads + 1, "only the bars since the last one are new");
        Assert.Equal("50", CapabilityBench.At(_face.Call("get_market_bars", """{"symbol":"TREND1","count":50}"""), "rows.#"));
    }
}
