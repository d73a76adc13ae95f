using System.Text.Json;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Research.Articles;
using OpenTrading.Research.Sentiment;
using OpenTrading.Research.Subjects;
using OpenTrading.Research.Tests.Support;

namespace OpenTrading.Research.Tests.Sentiment;

public sealed class SentimentTests : IDisposable
{
    private readonly NewsBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("EURUSD", "Euro rises", 1)]
    [InlineData("EURUSD", "Dollar rises", -1)]
    [InlineData("EURUSD", "Euro surges", 2)]
    [InlineData("EURUSD", "Euro does not rise", -1)]
    [InlineData("EURUSD", "Euro rises as dollar slumps", 3)]
    [InlineData("EURUSD", "Euro rises as dollar rallies", -1)]
    [InlineData("EURUSD", "Weak dollar", 1)]
    [InlineData("EURUSD", "Fed rate cut nears. The ECB is hawkish.", 4)]
    [InlineData("USDJPY", "Yen plunges", 2)]
    [InlineData("XAUUSD", "Gold climbs on dollar weakness", 2)]
    public void Score_Article_IsThatOfItsPoints(string symbol, string title, int points) =>
        Assert.Equal(100 * points / Math.Sqrt((points * points) + 15), Score(symbol, title)!.Value, 1e-9);

    [Theory]
    [InlineData("EURUSD", "Shares rise in Tokyo")]
    [InlineData("EURUSD", "Euro in focus")]
    [InlineData("EURUSD", "Euro in focus. Shares rise.")]
    public void Score_NoWordBesideASide_IsNone(string symbol, string title) => Assert.Null(Score(symbol, title));

    [Fact]
    public void GetSentiment_Articles_IsTheMeanOfThoseThatCount()
    {
        _bench.Server.On("/f", _bench.Feed((1, "Euro surges", ""), (2, "Dollar rises", ""), (3, "Euro coins", ""), (30, "Euro falls", "")));
        JsonElement answer = _bench.Open(feeds: "/f").Calls.Call("get_sentiment", """{"symbol":"EURUSD","days":3}""");

        // 2, -1 and -1 points: 45.883, -25 and -25.
        Assert.Equal(("-1.4", "\"neutral\"", "3"), (CapabilityBench.At(answer, "score"), CapabilityBench.At(answer, "label"), CapabilityBench.At(answer, "n")));
        Assert.Equal(3, answer.GetProperty("byDay").EnumerateArray().Sum(d => d.GetProperty("n").GetInt32()));
        Assert.Equal(("45.9", "\"⟦untrusted: Euro surges⟧\""), (CapabilityBench.At(answer, "top.0.score"), CapabilityBench.At(answer, "top.0.title")));
        Assert.StartsWith("lexicon v1", answer.GetProperty("method").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD"}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"EURUSX"}""", "VALIDATION_ERROR")]
    public void GetSentiment_NothingToCount_IsRefused(string arguments, string code)
    {
        _bench.Server.On("/f", _bench.Feed((1, "Euro coins", "")));

        Assert.Equal(code, _bench.Open(feeds: "/f").Calls.Refusal("get_sentiment", arguments));
    }

    private static double? Score(string symbol, string title) =>
        SentimentMethod.Of(new Article(new Uri("https://example.org"), title, "", null, "test"), Subject.Of(symbol, RecordedMarket.Instruments));
}
