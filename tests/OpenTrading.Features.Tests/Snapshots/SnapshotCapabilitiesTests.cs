using System.Text.Json;
using OpenTrading.Features.Indicators;
using OpenTrading.Features.Snapshots;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Features.Tests.Snapshots;

public sealed class SnapshotCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new SnapshotCapabilities(new BarHistory(recorded.Context())), new IndicatorCapabilities(new BarHistory(recorded.Context())));

    [Fact]
    public void Snapshot_CoreSet_AgreesWithEachIndicatorAlone()
    {
        JsonElement snapshot = _bench.Call("get_indicator_snapshot", """{"symbol":"EURUSD","timeframe":"H4"}""");

        Assert.Equal(14, snapshot.GetProperty("values").EnumerateObject().Count());
        Assert.Equal(Alone("rsi", "{}", 1), Value("rsi.rsi"), 1e-5);
        Assert.Equal(Alone("ema", """{"period":200}""", 1), snapshot.GetProperty("values").GetProperty("ema(200)").GetProperty("ema").GetDouble(), 1e-6);
        Assert.Equal(Alone("macd", "{}", 3), Value("macd.histogram"), 1e-6);
        Assert.Equal(Alone("obv", "{}", 1), Value("obv.obv"), 1);
        Assert.Equal(recorded.Bars[recorded.Bars.Count - 1].Close, snapshot.GetProperty("bar").GetProperty("close").GetDouble());
        Assert.True(snapshot.GetRawText().Length / 4 < 1000, "The default answer is longer than 1,000 tokens.");

        double Value(string path) => double.Parse(CapabilityBench.At(snapshot, "values." + path), null);
    }

    [Fact]
    public void Snapshot_Readings_FollowFromTheValues()
    {
        JsonElement snapshot = _bench.Call("get_indicator_snapshot", """{"symbol":"EURUSD","timeframe":"H4","names":["rsi(2)","rsi(500)","sma(1)","EMA(50)","adx"]}""");
        Dictionary<string, string> readings = snapshot.GetProperty("readings").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("state").GetString()!);
        double fast = snapshot.GetProperty("values").GetProperty("rsi(2)").GetProperty("rsi").GetDouble();
        double slow = snapshot.GetProperty("values").GetProperty("rsi(500)").GetProperty("rsi").GetDouble();
        double ema = snapshot.GetProperty("values").GetProperty("ema(50)").GetProperty("ema").GetDouble();

        Assert.Equal(fast >= 70 ? "overbought" : fast <= 30 ? "oversold" : fast > 50 ? "bullish" : "bearish", readings["rsi(2)"]);
        Assert.Equal(slow > 50 ? "bullish" : "bearish", readings["rsi(500)"]);
        Assert.Equal(recorded.Bars.Close[^1] > ema ? "price_above" : "price_below", readings["ema(50)"]);
        Assert.False(readings.ContainsKey("sma(1)"));
        Assert.Contains(readings["adx"], (string[])["trend_up", "trend_down", "no_trend", "undecided"]);
    }

    [Fact]
    public void Snapshot_EveryIndicator_HasRulesThatCanBeRead()
    {
        foreach (string[] part in IndicatorCatalog.BuiltIn.All.Where(i => !i.NeedsReference).Select(i => i.Name).Chunk(20))
        {
            JsonElement snapshot = _bench.Call("get_indicator_snapshot", $$"""{"symbol":"EURUSD","timeframe":"H4","names":"{{string.Join(',', part)}}"}""");

            Assert.True(snapshot.TryGetProperty("values", out JsonElement values), snapshot.GetRawText());
            Assert.Equal(part, values.EnumerateObject().Select(v => v.Name));
        }
    }

    [Fact]
    public void ReadingRules_EveryIndicator_AreConditions()
    {
        foreach (IndicatorDefinition indicator in IndicatorCatalog.BuiltIn.All.Where(i => !i.NeedsReference))
        {
            Assert.All(indicator.Outputs, o => Expression.ParseNumber(ReadingRule.OutputOf(indicator.Default, o), IndicatorCatalog.BuiltIn));
            Assert.All(ReadingRule.Of(indicator.Default), r => Expression.ParseCondition(r.Condition, IndicatorCatalog.BuiltIn));
        }
    }

    [Fact]
    public void Snapshot_SomeLackHistory_TheseAreNull()
    {
        JsonElement snapshot = _bench.Call("get_indicator_snapshot", """{"symbol":"USDJPY","timeframe":"H4"}""");

        Assert.Equal(JsonValueKind.Null, snapshot.GetProperty("values").GetProperty("ema(200)").GetProperty("ema").ValueKind);
        Assert.Equal(JsonValueKind.Number, snapshot.GetProperty("values").GetProperty("ema(50)").GetProperty("ema").ValueKind);
    }

    [Theory]
    [InlineData("[\"rsj\"]", "NOT_FOUND")]
    [InlineData("[\"ema(20\"]", "VALIDATION_ERROR")]
    [InlineData("[\"ema(close - 1, 20)\"]", "VALIDATION_ERROR")]
    [InlineData("[\"beta\"]", "VALIDATION_ERROR")]
    public void Snapshot_NoIndicator_IsRefused(string names, string code) =>
        Assert.Equal(code, _bench.Refusal("get_indicator_snapshot", $$"""{"symbol":"EURUSD","timeframe":"H4","names":{{names}}}"""));

    public void Dispose() => _bench.Dispose();

    private double Alone(string name, string parameters, int column) =>
        _bench.Call("compute_indicator", $$"""{"symbol":"EURUSD","timeframe":"H4","name":"{{name}}","parameters":{{parameters}}}""").GetProperty("rows")[49][column].GetDouble();
}
