using System.Text.Json;
using OpenTrading.Analysis.Levels;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Analysis.Tests.Levels;

/// <summary>Expected values follow by hand from Friday's bar (high 1.10679, low 1.08852, close 1.09305) and the fall from 1.16086 to 1.08852.</summary>
public sealed class LevelCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new LevelCapabilities(new BarHistory(recorded.Context())));

    [Theory]
    [InlineData("classic", "daily pp", 1.09612)]
    [InlineData("classic", "daily r1", 1.10372)]
    [InlineData("classic", "daily s3", 1.06718)]
    [InlineData("camarilla", "daily r4", 1.10310)]
    [InlineData("woodie", "daily pp", 1.09535)]
    public void Levels_Pivots_FollowFromTheDayBefore(string method, string label, double price) =>
        Assert.Equal(price, Level("pivot", label, $",\"pivotMethod\":\"{method}\"").GetProperty("price").GetDouble(), 1e-5);

    [Theory]
    [InlineData("61.8 % retracement", 1.13323)]
    [InlineData("127.2 % extension", 1.06884)]
    public void Levels_Fibonacci_MeasureTheWidestMove(string label, double price) =>
        Assert.Equal(price, Level("fibonacci", label).GetProperty("price").GetDouble(), 1e-5);

    [Fact]
    public void Levels_All_AreALadderWithDistances()
    {
        JsonElement answer = Call("");
        JsonElement[] levels = [.. answer.GetProperty("levels").EnumerateArray()];

        Assert.Equal(20, levels.Length);
        Assert.Equal(levels.Select(l => l.GetProperty("price").GetDouble()).OrderDescending(), levels.Select(l => l.GetProperty("price").GetDouble()));
        Assert.All(levels, l => Assert.Equal((l.GetProperty("price").GetDouble() - 1.09305) / 0.0001, l.GetProperty("distancePips").GetDouble(), 0.051));
        Assert.All(levels, l => Assert.InRange(l.GetProperty("score").GetDouble(), 1, 100));
        Assert.Equal(("1.16086", "1.08852", "\"down\""), (CapabilityBench.At(answer, "swing.from.price"), CapabilityBench.At(answer, "swing.to.price"), CapabilityBench.At(answer, "swing.direction")));
        Assert.Equal("0", CapabilityBench.At(answer, "unavailable.#"));
        Assert.True(answer.GetRawText().Length / 4 < 1500);
    }

    [Fact]
    public void Levels_Period_AreThoseOfTheLastWholeDay()
    {
        Assert.Equal(1.10679, Level("period", "previous day high").GetProperty("price").GetDouble());
        Assert.Equal(1.08852, Level("period", "previous day low").GetProperty("price").GetDouble());
        Assert.Equal(40, Level("period", "previous day low").GetProperty("score").GetDouble());
    }

    [Fact]
    public void Levels_Swings_CountTheirTouches()
    {
        JsonElement[] levels = [.. Call(",\"kinds\":\"swing\",\"limit\":100").GetProperty("levels").EnumerateArray()];

        // 106 swings stand in the 500 bars; each belongs to one level.
        Assert.Equal(106, levels.Sum(l => l.GetProperty("touches").GetInt32()));
        Assert.All(levels, l => Assert.Equal(Math.Min(70, 20 + (10 * l.GetProperty("touches").GetInt32())), l.GetProperty("score").GetDouble()));
    }

    [Fact]
    public void Levels_Round_AreMultiplesOfAStepThatFitsTheRange()
    {
        // Four average ranges of 44 pips are 177; the next step is 200.
        double[] prices = [.. Call(",\"kinds\":[\"round\"]").GetProperty("levels").EnumerateArray().Select(l => l.GetProperty("price").GetDouble())];

        Assert.Equal([1.14, 1.12, 1.10, 1.08, 1.06, 1.04], prices);
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","kinds":["swings"]}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","limit":0}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","pivotMethod":"gann"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"USDJPY","timeframe":"W1"}""", "INSUFFICIENT_HISTORY")]
    public void Levels_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_levels", arguments));

    public void Dispose() => _bench.Dispose();

    private JsonElement Call(string more) => _bench.Call("get_levels", $$"""{"symbol":"EURUSD","timeframe":"H4"{{more}}}""");

    private JsonElement Level(string kind, string label, string more = "") =>
        Call($",\"kinds\":\"{kind}\",\"limit\":100{more}").GetProperty("levels").EnumerateArray().Single(l => l.GetProperty("label").GetString() == label);
}
