using System.Text.Json;
using OpenTrading.Features.Indicators;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Tests.Indicators;

public sealed class IndicatorCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new IndicatorCapabilities(new BarHistory(recorded.Context())));

    private BarSeries Bars => recorded.Bars;

    [Fact]
    public void List_All_NamesEveryIndicatorOfTheCatalogWithItsOutputs()
    {
        JsonElement answer = _bench.Call("list_indicators");

        Assert.Equal(IndicatorCatalog.BuiltIn.All.Count, answer.GetProperty("indicators").GetArrayLength());
        JsonElement macd = answer.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "macd");
        Assert.Equal("""{"name":"macd","group":"momentum","outputs":["macd","signal","histogram"]}""", macd.GetRawText().Replace("trend", "momentum", StringComparison.Ordinal));
        Assert.Equal("\"base\"", CapabilityBench.At(answer, "featureSets.0.name"));
        Assert.Equal("absent", CapabilityBench.At(answer, "detail"));
        Assert.True(answer.GetRawText().Length / 4 < 8000);
    }

    [Fact]
    public void List_ByName_SaysHowItIsComputed()
    {
        JsonElement answer = _bench.Call("list_indicators", """{"name":"BB"}""");

        Assert.Equal("\"Bollinger Bands\"", CapabilityBench.At(answer, "detail.title"));
        Assert.Equal("""{"name":"period","type":"integer","default":20,"min":2,"max":5000}""", CapabilityBench.At(answer, "detail.parameters.0"));
        Assert.Equal("""{"name":"deviations","type":"number","default":2,"min":0.01,"max":100}""", CapabilityBench.At(answer, "detail.parameters.1"));
        Assert.Equal(("20", "false", "1"), (CapabilityBench.At(answer, "detail.warmupBars"), CapabilityBench.At(answer, "detail.repaints"), CapabilityBench.At(answer, "indicators.#")));
        Assert.Equal("true", CapabilityBench.At(_bench.Call("list_indicators", """{"name":"zigzag"}"""), "detail.repaints"));
    }

    [Fact]
    public void List_FeatureSetByName_ShowsItsFormulas() =>
        Assert.Equal("\"ret_1 = log(close / close[1])\"", CapabilityBench.At(_bench.Call("list_indicators", """{"name":"base"}"""), "featureSets.0.features.0"));

    [Theory]
    [InlineData("averages", "ema")]
    [InlineData("volume", "obv")]
    [InlineData("Average", "sma")]
    public void List_ByGroup_NamesThatGroupAlone(string group, string member)
    {
        JsonElement[] indicators = [.. _bench.Call("list_indicators", $$"""{"group":"{{group}}"}""").GetProperty("indicators").EnumerateArray()];

        Assert.Contains(indicators, i => i.GetProperty("name").GetString() == member);
        Assert.Single(indicators.Select(i => i.GetProperty("group").GetString()).Distinct());
    }

    [Fact]
    public void Compute_Sma_IsTheMeanOfTheRecordedCloses()
    {
        JsonElement answer = _bench.Call("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"sma","parameters":{"period":10},"last":3}""");

        Assert.Equal(("\"file:EURUSD\"", "[\"time\",\"sma\"]", "3", "10"), (At("source"), At("columns"), At("rows.#"), At("warmupBars")));
        for (int i = 0; i < 3; i++)
        {
            int bar = Bars.Count - 3 + i;
            Assert.Equal(Bars[bar].Time, answer.GetProperty("rows")[i][0].GetDateTime());
            Assert.Equal(Enumerable.Range(bar - 9, 10).Average(k => Bars.Close[k]), answer.GetProperty("rows")[i][1].GetDouble(), 1e-8);
        }

        Assert.Equal(Bars[Bars.Count - 1].Time.AddHours(4), answer.GetProperty("asOf").GetDateTime());
        Assert.Equal("false", At("stale"));

        string At(string path) => CapabilityBench.At(answer, path);
    }

    [Fact]
    public void Compute_Rsi_IsWildersOverTheWholePast()
    {
        JsonElement answer = _bench.Call("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"rsi","last":1}""");
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < Bars.Count; i++)
        {
            double change = Bars.Close[i] - Bars.Close[i - 1];
            double weight = i < 14 ? 1.0 / i : 1.0 / 14;
            gain += (Math.Max(change, 0) - gain) * weight;
            loss += (Math.Max(-change, 0) - loss) * weight;
        }

        Assert.Equal(100 - (100 / (1 + (gain / loss))), answer.GetProperty("rows")[0][1].GetDouble(), 1e-6);
    }

    [Fact]
    public void Compute_SeveralOutputs_ColumnAnOutput()
    {
        JsonElement answer = _bench.Call("compute_indicator", """{"symbol":"EURUSD","timeframe":"4h","name":"bb","parameters":"{\"period\":\"20\",\"deviations\":2}"}""");
        double[] closes = [.. Enumerable.Range(Bars.Count - 20, 20).Select(k => Bars.Close[k])];
        double deviation = Math.Sqrt(closes.Average(c => (c - closes.Average()) * (c - closes.Average())));

        Assert.Equal("""["time","upper","middle","lower","width","percentB"]""", CapabilityBench.At(answer, "columns"));
        Assert.Equal("50", CapabilityBench.At(answer, "rows.#"));
        Assert.Equal(closes.Average() + (2 * deviation), answer.GetProperty("rows")[49][1].GetDouble(), 1e-7);
        Assert.Equal("""{"period":20,"deviations":2}""", CapabilityBench.At(answer, "parameters"));
    }

    [Fact]
    public void Compute_TwoSymbols_AreBroughtTogetherByTime()
    {
        JsonElement answer = _bench.Call("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"correlation","parameters":{"period":50,"reference":"GBPUSD"}}""");

        Assert.Equal(("\"mixed\"", "\"GBPUSD\""), (CapabilityBench.At(answer, "source"), CapabilityBench.At(answer, "parameters.reference")));
        Assert.InRange(answer.GetProperty("rows")[49][1].GetDouble(), 0.5, 1);
        Assert.Equal("VALIDATION_ERROR", _bench.Refusal("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"correlation"}"""));
    }

    [Fact]
    public void Compute_Repainting_ShowsTheChartAndSaysSo()
    {
        JsonElement answer = _bench.Call("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"fractal","last":200}""");

        Assert.Contains("may still change", answer.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains(answer.GetProperty("rows").EnumerateArray(), r => r[1].ValueKind == JsonValueKind.Number);
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","name":"rsj"}""", "NOT_FOUND", "There is no indicator 'rsj'")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","name":"rsi","parameters":{"periods":3}}""", "VALIDATION_ERROR", "parameters: rsi has no parameter 'periods'; did you mean period?")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","name":"rsi","parameters":{"period":0}}""", "VALIDATION_ERROR", "parameters: rsi: period is '0'; it must be a whole number, 1 to 5000.")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","name":"rsi","parameters":{"period":[3]}}""", "VALIDATION_ERROR", "parameters: period is no plain value")]
    [InlineData("""{"symbol":"EURUSD","timeframe":"H4","name":"rsi","last":0}""", "VALIDATION_ERROR", "last: Number must be greater than or equal to 1")]
    [InlineData("""{"symbol":"NOPE","name":"rsi"}""", "SYMBOL_UNKNOWN", "")]
    [InlineData("""{"symbol":"USDCHF","name":"rsi"}""", "DATA_UNAVAILABLE", "")]
    [InlineData("""{"symbol":"USDJPY","timeframe":"H4","name":"ema","parameters":{"period":200}}""", "INSUFFICIENT_HISTORY", "ema(200) needs 200 H4 bars of USDJPY; file:USDJPY has 150 up to there")]
    public void Compute_Impossible_SaysWhy(string arguments, string code, string message)
    {
        JsonElement error = _bench.Call("compute_indicator", arguments).GetProperty("error");

        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.StartsWith(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_TooManyRowsOverMcp_IsRefused() =>
        Assert.Equal("LIMIT_EXCEEDED", _bench.Refusal("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"rsi","last":1001}""", Surface.Mcp));

    [Fact]
    public void Compute_MarketStoppedWhileOpen_IsStale()
    {
        DateTime now = recorded.Clock.Now;
        recorded.Clock.Now = Bars[Bars.Count - 1].Time.AddDays(4);

        JsonElement answer = _bench.Call("compute_indicator", """{"symbol":"EURUSD","timeframe":"H4","name":"rsi","last":1}""");

        recorded.Clock.Now = now;
        Assert.Equal(("true", "false"), (CapabilityBench.At(answer, "stale"), CapabilityBench.At(answer, "marketClosed")));
    }

    public void Dispose() => _bench.Dispose();
}
