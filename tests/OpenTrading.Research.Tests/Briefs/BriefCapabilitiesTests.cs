using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Research.Tests.Support;

namespace OpenTrading.Research.Tests.Briefs;

public sealed class BriefCapabilitiesTests : IDisposable
{
    private readonly NewsBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void MarketResearch_NewsAndCalendar_AreCountedTogether()
    {
        JsonElement answer = Open().Call("market_research", """{"symbol":"EURUSD"}""");

        // Articles: 1 and -2 points, two without a word that counts.
        Assert.Equal("-10.4", CapabilityBench.At(answer, "sentiment"));
        Assert.Equal(("\"monetary_policy\"", "50", "\"hawkish\"", "\"down\""), (CapabilityBench.At(answer, "drivers.0.topic"), CapabilityBench.At(answer, "drivers.0.strength"), CapabilityBench.At(answer, "drivers.0.stance"), CapabilityBench.At(answer, "drivers.0.direction")));
        Assert.Equal(("4", "\"mixed\"", "\"feed:127.0.0.1\"", "\"file:calendar.csv\""), (CapabilityBench.At(answer, "articles.#"), CapabilityBench.At(answer, "source"), CapabilityBench.At(answer, "articles.0.source"), CapabilityBench.At(answer, "calendar.0.source")));
        Assert.Equal(["EUR CPI flash"], answer.GetProperty("calendar").EnumerateArray().Select(e => $"{e.GetProperty("currency").GetString()} {e.GetProperty("name").GetString()}"));
        Assert.Equal(
            $"4 articles on euro dollar in 3 days; the words of 2 of them score -10.4 (neutral). They speak most of monetary_policy (50 %, hawkish, price down), inflation (25 %, falling, price unclear). Next: {_bench.Now.AddDays(3):yyyy-MM-dd HH:mm}Z EUR CPI flash (high).",
            answer.GetProperty("answer").GetString());
        Assert.Equal(["news.tavily"], answer.GetProperty("unavailable").EnumerateArray().Select(u => u.GetProperty("section").GetString()));
    }

    [Fact]
    public void MarketResearch_NoNews_StandsOnTheCalendar()
    {
        JsonElement answer = _bench.Open(calendar: $"time,currency,event,impact\n{_bench.Now.AddDays(1):s}Z,USD,CPI,high\n").Calls.Call("market_research", """{"symbol":"EURUSD"}""");

        Assert.Equal(("absent", "1", "0", "0", "\"file:calendar.csv\""), (CapabilityBench.At(answer, "sentiment"), CapabilityBench.At(answer, "calendar.#"), CapabilityBench.At(answer, "articles.#"), CapabilityBench.At(answer, "drivers.#"), CapabilityBench.At(answer, "source")));
        Assert.StartsWith("No source of news answered.", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MarketResearch_Question_GoesToTheSearch()
    {
        _bench.Server.On("/api/search", """{"results":[]}""", "application/json");
        JsonElement answer = _bench.Open(key: "k").Calls.Call("market_research", """{"symbol":"EURUSD","question":"tariffs \"}] now"}""");

        Assert.Contains("""{"query":"EURUSD euro dollar tariffs \u0022}] now",""", Assert.Single(_bench.Server.Requests), StringComparison.Ordinal);
        Assert.Equal(("\"tavily\"", "0"), (CapabilityBench.At(answer, "source"), CapabilityBench.At(answer, "articles.#")));
    }

    [Fact]
    public void MacroContext_NewsAndCalendar_HasThemesRateAndEvents()
    {
        JsonElement answer = Open().Call("get_macro_context", """{"region":"us"}""");

        Assert.Equal(["inflation falling", "monetary_policy hawkish"], answer.GetProperty("themes").EnumerateArray().Select(t => $"{t.GetProperty("name").GetString()} {t.GetProperty("stance").GetString()}").Take(2));
        Assert.Equal(("\"0.25%\"", "\"0.10%\"", "\"file:calendar.csv\""), (CapabilityBench.At(answer, "rates.value"), CapabilityBench.At(answer, "rates.previous"), CapabilityBench.At(answer, "rates.source")));
        Assert.Equal(("0", "\"US\""), (CapabilityBench.At(answer, "nextEvents.#"), CapabilityBench.At(answer, "region")));
    }

    [Fact]
    public void MacroContext_NoDecision_SaysSo()
    {
        JsonElement answer = Open().Call("get_macro_context", """{"region":"EU"}""");

        Assert.Equal(("absent", "1"), (CapabilityBench.At(answer, "rates"), CapabilityBench.At(answer, "nextEvents.#")));
        Assert.Contains("rates", answer.GetProperty("unavailable").EnumerateArray().Select(u => u.GetProperty("section").GetString()));
    }

    [Theory]
    [InlineData("market_research", """{"symbol":"EURUSD"}""", "DATA_UNAVAILABLE")]
    [InlineData("get_macro_context", "{}", "DATA_UNAVAILABLE")]
    [InlineData("get_macro_context", """{"region":"Atlantis"}""", "VALIDATION_ERROR")]
    [InlineData("market_research", """{"symbol":"EURUSD","days":31}""", "VALIDATION_ERROR")]
    public void Briefs_NothingAnswers_AreRefused(string name, string arguments, string code) => Assert.Equal(code, _bench.Open().Calls.Refusal(name, arguments));

    private CapabilityBench Open()
    {
        _bench.Server.On("/f", _bench.Feed(
            (1, "Euro gains", ""), (2, "Fed hike is near", "The dollar rallies."), (3, "US inflation cools", "Consumer prices of the United States."), (4, "ECB holds interest rates", "")));
        return _bench.Open(feeds: "/f", calendar: $"""
            time,currency,event,impact,actual,previous
            {_bench.Now.AddDays(-40):s}Z,USD,Fed Interest Rate Decision,high,0.25%,0.10%
            {_bench.Now.AddDays(3):s}Z,EUR,CPI flash,high,,
            {_bench.Now.AddDays(3):s}Z,JPY,CPI,high,,
            """).Calls;
    }
}
