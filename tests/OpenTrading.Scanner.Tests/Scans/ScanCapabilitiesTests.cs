using System.Text.Json;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Scanner.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Scanner.Tests.Scans;

public sealed class ScanCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private const string All = """{"symbols":["XAUUSD","EURUSD","NOPE","GBPUSD","USDCHF"],"timeframes":["H4","D1"],"minScore":0}""";

    private readonly ScannerBench _bench = new(recorded, null, "GBPUSD");

    [Fact]
    public void Scan_RecordedMarkets_RanksThemByTheScoreOfTheirBetterSide()
    {
        JsonElement answer = _bench.Call("scan_opportunities", All);

        JsonElement[] found = [.. answer.GetProperty("opportunities").EnumerateArray()];
        Assert.Equal(["EURUSD short", "GBPUSD short", "XAUUSD long"], found.Select(o => $"{o.GetProperty("symbol").GetString()} {o.GetProperty("direction").GetString()}"));
        Assert.Equal(found.Select(Score).OrderDescending(), found.Select(Score));
        Assert.Equal(["NOPE", "USDCHF"], answer.GetProperty("unavailable").EnumerateArray().Select(u => u.GetProperty("section").GetString()));
        Assert.Equal("3", CapabilityBench.At(answer, "scanned"));
        JsonElement alone = _bench.Call("get_confluence_score", """{"symbol":"GBPUSD","timeframes":"D1,H4"}""");
        Assert.Equal(alone.GetProperty("short").GetProperty("score").GetDouble(), Score(found[1]));
    }

    [Fact]
    public void Scan_AnyOpportunity_HasItsStopBehindAndItsTargetAhead()
    {
        foreach (string preset in (string[])["balanced", "trend", "breakout", "reversion", "intraday"])
        {
            JsonElement answer = _bench.Call("scan_opportunities", All.Replace("\"minScore\"", $"\"preset\":\"{preset}\",\"minScore\"", StringComparison.Ordinal));
            foreach (JsonElement found in answer.GetProperty("opportunities").EnumerateArray())
            {
                int side = found.GetProperty("direction").GetString() == "long" ? 1 : -1;
                (decimal entry, decimal stop, decimal target) = (Number(found, "entry"), Number(found, "stopLoss"), Number(found, "takeProfit"));
                Assert.True(side * (entry - stop) > 0 && side * (target - entry) > 0, found.GetRawText());
                Assert.Equal(Math.Round(Math.Abs(target - entry) / Math.Abs(entry - stop), 2), Number(found, "rewardRisk"));
                Assert.NotEmpty(found.GetProperty("reasons").EnumerateArray());
                Assert.Contains(found.GetProperty("stopLoss").GetRawText(), found.GetProperty("invalidation").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Scan_ClosedMarket_IsBlocked() =>
        Assert.Equal("\"closed: the market is closed now\"", CapabilityBench.At(_bench.Call("scan_opportunities", All), "opportunities.0.blockers.0"));

    [Fact]
    public void Scan_MarketThatStoppedQuoting_IsBlockedAndCostsNothingThatIsKnown()
    {
        _bench.Context.Altered.Quotes = false;

        JsonElement found = _bench.Call("scan_opportunities", """{"symbols":["EURUSD"],"timeframes":["H4","D1"],"minScore":0}""").GetProperty("opportunities")[0];
        JsonElement score = _bench.Call("get_confluence_score", """{"symbol":"EURUSD","timeframes":["H4","D1"]}""");

        Assert.Contains("quote: there is none, the entry is the newest close", Texts(found, "blockers"));
        Assert.Equal((decimal)recorded.Bars.Close[^1], Number(found, "entry"));
        Assert.DoesNotContain("cost", found.GetProperty("factors").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.Contains("quote", score.GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("section").GetString()));
    }

    [Fact]
    public void Scan_MarketWithAHole_SaysHowManyBarsAreMissing()
    {
        _bench.Context.Altered.Alter = bars => bars.Timeframe == Timeframe.H4 ? Without(bars, bars.Count - 4, bars.Count - 3) : bars;

        JsonElement found = _bench.Call("scan_opportunities", """{"symbols":["EURUSD"],"timeframes":"H4","minScore":0}""").GetProperty("opportunities")[0];

        Assert.Contains("gap: 2 of the newest H4 bars are missing", Texts(found, "blockers"));

        static BarSeries Without(BarSeries bars, params int[] holes) =>
            BarSeries.From(bars.Symbol, bars.Timeframe, bars.Source, [.. Enumerable.Range(0, bars.Count).Except(holes).Select(i => bars[i])]);
    }

    [Fact]
    public void Scan_TwiceTheSame_FindsTheSame()
    {
        string first = _bench.Call("scan_opportunities", All).GetProperty("opportunities").GetRawText();

        Assert.Equal(first, _bench.Call("scan_opportunities", All).GetProperty("opportunities").GetRawText());
    }

    [Fact]
    public void Scan_FewerAsked_TakesTheBest()
    {
        JsonElement answer = _bench.Call("scan_opportunities", All.Replace("\"minScore\":0", "\"minScore\":70,\"limit\":1", StringComparison.Ordinal));

        Assert.Equal(["EURUSD"], answer.GetProperty("opportunities").EnumerateArray().Select(o => o.GetProperty("symbol").GetString()));
        Assert.Equal([("EURUSD", SignalKind.Opportunity, "scan:balanced")], _bench.Context.Recorded.Select(s => (s.Symbol, s.Kind, s.StrategyId)));
        Assert.Empty(_bench.Call("scan_opportunities", """{"timeframes":"H4","minScore":99}""").GetProperty("opportunities").EnumerateArray());
    }

    [Fact]
    public void Scan_NoSymbolNamed_TakesTheWatchlist() =>
        Assert.Equal("\"GBPUSD\"", CapabilityBench.At(_bench.Call("scan_opportunities", """{"timeframes":"H4","minScore":0}"""), "opportunities.0.symbol"));

    [Theory]
    [InlineData("""{"preset":"scalping"}""", "NOT_FOUND")]
    [InlineData("""{"minScore":101}""", "VALIDATION_ERROR")]
    [InlineData("""{"timeframes":"H5"}""", "VALIDATION_ERROR")]
    [InlineData("""{"limit":0}""", "VALIDATION_ERROR")]
    public void Scan_BadArgument_Refuses(string arguments, string code) => Assert.Equal(code, _bench.Refusal("scan_opportunities", arguments));

    public void Dispose() => _bench.Dispose();

    private static IEnumerable<string?> Texts(JsonElement found, string list) => found.GetProperty(list).EnumerateArray().Select(t => t.GetString());

    private static double Score(JsonElement opportunity) => opportunity.GetProperty("score").GetDouble();

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
