using System.Text.Json;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Scanner.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Scanner.Tests.Confluence;

/// <summary>Expected values were computed from the same file apart from this code, by the formulas of <c>docs/scanner.md</c>.</summary>
public sealed class ConfluenceCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly ScannerBench _bench = new(recorded);

    [Fact]
    public void Score_RecordedFall_IsTheMeanOfItsFactors()
    {
        JsonElement answer = _bench.Call("get_confluence_score", """{"symbol":"EURUSD","timeframes":"H4"}""");

        Assert.Equal((0d, 100d), Both(answer, "trend"));
        Assert.Equal((0d, 100d), Both(answer, "momentum"));
        Assert.Equal((0d, 100d), Both(answer, "structure"));
        Assert.Equal((12.2, 12.2), Both(answer, "volatility"));
        Assert.Equal((33.8, 33.8), Both(answer, "session"));
        JsonElement[] factors = [.. answer.GetProperty("short").GetProperty("factors").EnumerateArray()];
        Assert.Equal(100, factors.Sum(f => f.GetProperty("weight").GetDouble()), 0.5);
        Assert.Equal(
            factors.Sum(f => f.GetProperty("weight").GetDouble() * f.GetProperty("score").GetDouble()) / 100, answer.GetProperty("short").GetProperty("score").GetDouble(), 0.2);
        Assert.Equal("\"volatility speaks against short (12.2): H4 volatility above that of 96 % of the bars before\"", CapabilityBench.At(answer, "conflicts.1"));
    }

    [Fact]
    public void Score_ForTheWayBack_FavoursTheOtherSide()
    {
        JsonElement answer = _bench.Call("get_confluence_score", """{"symbol":"EURUSD","timeframes":"H4","preset":"reversion"}""");

        Assert.Equal((100d, 0d), Both(answer, "stretch"));
        Assert.True(answer.GetProperty("long").GetProperty("score").GetDouble() > answer.GetProperty("short").GetProperty("score").GetDouble());
    }

    [Fact]
    public void Score_WhatIsNotKnown_CountsNothingAndIsNamed()
    {
        JsonElement answer = _bench.Call("get_confluence_score", """{"symbol":"USDJPY","timeframes":"H4,D1"}""");

        Assert.Equal(["D1", "cost", "signals"], answer.GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("section").GetString()));
        Assert.DoesNotContain(answer.GetProperty("long").GetProperty("factors").EnumerateArray(), f => f.GetProperty("name").GetString() is "cost" or "signals");
    }

    [Fact]
    public void Score_MirroredPrices_ExchangeTheSides()
    {
        BarSeries bars = recorded.Bars;
        Bar[] mirrored = [.. Enumerable.Range(bars.Count - 4000, 4000).Select(i => bars[i]).Select(b => new Bar(b.Time, 2.5 - b.Open, 2.5 - b.Low, 2.5 - b.High, 2.5 - b.Close, b.Volume))];
        using var other = new RecordedMarket();
        using (other.Store.Lock())
        {
            other.Store.Write(new SeriesKey("USDCHF", Timeframe.H4), BarSeries.From("USDCHF", Timeframe.H4, "file:USDCHF", mirrored), 5, [new SourceFile("made.csv", new string('b', 64))]);
        }

        using var bench = new ScannerBench(other);
        JsonElement plain = bench.Call("get_confluence_score", """{"symbol":"EURUSD","timeframes":"H4","preset":"trend"}""");
        JsonElement turned = bench.Call("get_confluence_score", """{"symbol":"USDCHF","timeframes":"H4","preset":"trend"}""");

        foreach (string factor in (string[])["trend", "structure", "momentum"])
        {
            (double forLong, double forShort) = Both(plain, factor);
            Assert.Equal((forShort, forLong), Both(turned, factor));
        }
    }

    [Fact]
    public void Score_FreshSignals_LeanByTheirConfidence()
    {
        _bench.Context.Recorded.AddRange([Signal(OrderSide.Buy, 0.9, 2), Signal(OrderSide.Sell, 0.3, 1), Signal(OrderSide.Sell, 1, 8)]);

        JsonElement answer = _bench.Call("get_confluence_score", """{"symbol":"EURUSD","timeframes":"H4"}""");

        // (0.9 - 0.3) / 1.2 leans half long; the third is older than six bars.
        Assert.Equal((75d, 25d), Both(answer, "signals"));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","preset":"balancd"}""", "NOT_FOUND")]
    [InlineData("""{"symbol":"NOPE"}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"USDJPY","timeframes":"W1"}""", "INSUFFICIENT_HISTORY")]
    [InlineData("""{"symbol":"EURUSD","timeframes":"M1,M2,M3,M4,M5,M6,M10,M12,M15"}""", "VALIDATION_ERROR")]
    public void Score_BadArgument_Refuses(string arguments, string code) => Assert.Equal(code, _bench.Refusal("get_confluence_score", arguments));

    public void Dispose() => _bench.Dispose();

    private RecordedSignal Signal(OrderSide side, double confidence, int barsAgo) => new()
    {
        SignalId = $"sig_{barsAgo}",
        Time = recorded.Clock.Now,
        Kind = SignalKind.Signal,
        Symbol = "EURUSD",
        Source = "file:EURUSD",
        Timeframe = Timeframe.H4,
        StrategyId = "test",
        BarTime = recorded.Clock.Now.AddHours(-4 * barsAgo),
        Side = side,
        Confidence = confidence,
    };

    private static (double Long, double Short) Both(JsonElement answer, string factor)
    {
        return (Of("long"), Of("short"));

        double Of(string side) => answer.GetProperty(side).GetProperty("factors").EnumerateArray().Single(f => f.GetProperty("name").GetString() == factor).GetProperty("score").GetDouble();
    }
}
