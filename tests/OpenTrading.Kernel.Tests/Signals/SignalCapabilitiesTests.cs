using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;
using static OpenTrading.Kernel.Tests.Support.CapabilityBench;

namespace OpenTrading.Kernel.Tests.Signals;

public sealed class SignalCapabilitiesTests : IDisposable
{
    private const string Ask = """{"symbol":"EURUSD","strategyId":"hourly"}""";
    private readonly SignalBench _bench = new(typeof(HourlyStrategy), typeof(DoubterStrategy), typeof(SleeperStrategy), typeof(RascalStrategy));

    [Fact]
    public void Generate_RisingMarket_BuysAtTheAskWithItsLevels()
    {
        JsonElement signal = _bench.Call("generate_signal", Ask);

        // The last hour closed at 1.10475 with a spread of one pip; the configuration sets the stop to 100 points.
        Assert.Equal(("\"buy\"", "0.6", "1.10485"), (At(signal, "action"), At(signal, "confidence"), At(signal, "entry")));
        Assert.Equal(("1.10385", "1.10585", "1"), (At(signal, "stopLoss"), At(signal, "takeProfit"), At(signal, "rewardRisk")));
        Assert.Equal(("""["the hour rose"]""", "false", "\"file:EURUSD\""), (At(signal, "reasons"), At(signal, "belowThreshold"), At(signal, "source")));
        Assert.Equal(MarketBench.Start.AddHours(47), signal.GetProperty("barTime").GetDateTime());
        Assert.Equal(MarketBench.Start.AddHours(48), signal.GetProperty("asOf").GetDateTime());
        Assert.StartsWith("\"sig_", At(signal, "signalId"), StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_Parameters_OverrideThoseOfTheConfiguration()
    {
        JsonElement signal = _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"side":-1,"stopPoints":200,"confidence":0.4}}""");

        // A sale is made at the bid.
        Assert.Equal(("\"sell\"", "1.10475", "1.10675", "1.10375"), (At(signal, "action"), At(signal, "entry"), At(signal, "stopLoss"), At(signal, "takeProfit")));
        Assert.Equal("true", At(signal, "belowThreshold"));
    }

    [Fact]
    public void Generate_PendingEntry_HasItsPrice()
    {
        JsonElement signal = _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"entry":"stop"}}""");

        Assert.Equal(("1.10485", "1.10385"), (At(signal, "entry"), At(signal, "stopLoss")));
    }

    [Fact]
    public void Generate_NothingAsked_SaysWhichRuleFailed()
    {
        JsonElement signal = _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"side":0}}""");

        Assert.Equal(("\"none\"", "0", "absent", """["not: a side is asked for"]"""), (At(signal, "action"), At(signal, "confidence"), At(signal, "entry"), At(signal, "reasons")));
        Assert.Equal("false", At(signal, "belowThreshold"));
    }

    [Fact]
    public void Generate_AnyTimeframeAndSource_RunsOnThoseBars()
    {
        JsonElement hours = _bench.Call("generate_signal", """{"symbol":"EURUSD","timeframe":"H4","strategyId":"hourly"}""");
        JsonElement live = _bench.Call("generate_signal", """{"symbol":"synthetic:TREND1","strategyId":"doubter"}""");

        Assert.Equal((MarketBench.Start.AddHours(44), "\"buy\""), (hours.GetProperty("barTime").GetDateTime(), At(hours, "action")));
        Assert.Equal(("\"synthetic\"", "1.00100", "\"sell\""), (At(live, "source"), At(live, "entry"), At(live, "action")));
    }

    [Fact]
    public void Generate_Again_IsOneRecordUntilTheNextBar()
    {
        JsonElement first = _bench.Call("generate_signal", Ask);
        JsonElement again = _bench.Call("generate_signal", Ask);
        int once = _bench.Recorded;
        _bench.Market.Clock.Now = MarketBench.Start.AddHours(40.5);
        JsonElement other = _bench.Call("generate_signal", Ask);

        Assert.Equal(At(first, "signalId"), At(again, "signalId"));
        Assert.NotEqual(At(first, "signalId"), At(other, "signalId"));
        Assert.Equal((1, 2), (once, _bench.Recorded));
    }

    [Fact]
    public void List_AfterARestart_HasTheSignalsAndTheirExplanations()
    {
        string id = At(_bench.Call("generate_signal", Ask), "signalId").Trim('"');

        _bench.Restart();

        JsonElement list = _bench.Call("list_signals");
        Assert.Equal((1, $"\"{id}\"", "\"hourly\"", "\"buy\"", "0.6"), (list.GetProperty("total").GetInt32(), At(list, "signals.0.signalId"), At(list, "signals.0.strategyId"), At(list, "signals.0.action"), At(list, "signals.0.confidence")));
        Assert.Equal("1.10475", At(_bench.Call("explain_signal", $$"""{"signalId":"{{id}}"}"""), "inputs.close"));
        Assert.Equal(id, At(_bench.Call("generate_signal", Ask), "signalId").Trim('"'));
        Assert.Equal(1, _bench.Recorded);
    }

    [Fact]
    public void Explain_Entry_ShowsRulesSharesAndWhatWouldEndIt()
    {
        JsonElement explained = Explain(Ask);

        Assert.Equal("""{"rule":"the close rose","passed":true,"value":1.10475,"threshold":1.10465}""", At(explained, "rules.0"));
        Assert.Equal("""{"rule":"a side is asked for","passed":true,"value":1}""", At(explained, "rules.1"));
        Assert.Equal("""{"factor":"the close rose","weight":0.5}""", At(explained, "contributions.0"));
        Assert.Equal("\"without 'the close rose'; 1.10475 would have to move by -0.0001 to 1.10465\"", At(explained, "counterfactuals.0"));
    }

    [Fact]
    public void Explain_NoEntry_ShowsWhatIsMissing()
    {
        JsonElement explained = Explain("""{"symbol":"EURUSD","strategyId":"sleeper"}""");

        Assert.Equal("""{"rule":"it is noon","passed":false,"value":23,"threshold":12}""", At(explained, "rules.0"));
        Assert.Equal(("0", "\"with 'it is noon'; 23 would have to move by -11 to 12\""), (At(explained, "contributions.#"), At(explained, "counterfactuals.0")));
    }

    [Fact]
    public void Ensemble_Weighted_CountsConfidenceAndShowsEveryVote()
    {
        JsonElement signal = _bench.Call("generate_ensemble_signal", """{"symbol":"EURUSD","strategyIds":"hourly,doubter,sleeper"}""");

        // 0.6 for and 0.3 against, over two votes cast.
        Assert.Equal(("\"buy\"", "0.15", "33.3"), (At(signal, "action"), At(signal, "confidence"), At(signal, "agreementPct")));
        Assert.Equal("""{"strategyId":"doubter","action":"sell","confidence":0.3,"weight":1}""", At(signal, "votes.1"));
        Assert.Equal("""{"strategyId":"sleeper","action":"none","confidence":0,"weight":1}""", At(signal, "votes.2"));
        Assert.Equal(("1.10485", "1.10385"), (At(signal, "entry"), At(signal, "stopLoss")));
    }

    [Theory]
    [InlineData("hourly,doubter", "vote", "\"none\"", "0")]
    [InlineData("hourly,sleeper", "vote", "\"buy\"", "50")]
    [InlineData("hourly,sleeper", "unanimous", "\"none\"", "50")]
    [InlineData("hourly", "unanimous", "\"buy\"", "100")]
    [InlineData("sleeper", "weighted", "\"none\"", "100")]
    public void Ensemble_Method_Decides(string strategies, string method, string action, string agreement)
    {
        JsonElement signal = _bench.Call("generate_ensemble_signal", $$"""{"symbol":"EURUSD","strategyIds":"{{strategies}}","method":"{{method}}"}""");

        Assert.Equal((action, agreement), (At(signal, "action"), At(signal, "agreementPct")));
    }

    [Fact]
    public void Explain_Ensemble_ShowsWhoSpokeForAndAgainst()
    {
        string id = At(_bench.Call("generate_ensemble_signal", """{"symbol":"EURUSD","strategyIds":"hourly,doubter,sleeper"}"""), "signalId").Trim('"');
        JsonElement explained = _bench.Call("explain_signal", $$"""{"signalId":"{{id}}"}""");

        Assert.Equal("""[{"factor":"hourly","weight":0.6667},{"factor":"doubter","weight":-0.3333}]""", At(explained, "contributions"));
        Assert.Equal("\"hourly\"", At(explained, "rules.0.strategyId"));
        Assert.Equal("1.10475", At(explained, "inputs.hourly: close"));
        Assert.Contains("a vote of sleeper, which said nothing", explained.GetProperty("counterfactuals").EnumerateArray().Select(c => c.GetString()));
    }

    [Theory]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"nobody"}""", "NOT_FOUND")]
    [InlineData("generate_signal", """{"symbol":"NOPE","strategyId":"hourly"}""", "SYMBOL_UNKNOWN")]
    [InlineData("generate_signal", """{"symbol":"GOLD","strategyId":"hourly"}""", "DATA_UNAVAILABLE")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"warmup":500}}""", "INSUFFICIENT_HISTORY")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"sidee":1}}""", "VALIDATION_ERROR")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"side":7}}""", "VALIDATION_ERROR")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"side":{}}}""", "VALIDATION_ERROR")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"rascal"}""", "VALIDATION_ERROR")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"rascal","parameters":{"deed":"throw"}}""", "PLUGIN_ERROR")]
    [InlineData("generate_signal", """{"symbol":"EURUSD","strategyId":"rascal","parameters":{"deed":"nan"}}""", "PLUGIN_ERROR")]
    [InlineData("generate_ensemble_signal", """{"symbol":"EURUSD","strategyIds":["hourly","nobody"]}""", "NOT_FOUND")]
    [InlineData("explain_signal", """{"signalId":"sig_0"}""", "NOT_FOUND")]
    [InlineData("list_strategies", """{"strategyId":"nobody"}""", "NOT_FOUND")]
    [InlineData("evaluate_signals", "{}", "INSUFFICIENT_HISTORY")]
    public void BadCall_IsRefusedAndNothingIsRecorded(string name, string arguments, string code)
    {
        Assert.Equal(code, _bench.Refusal(name, arguments));
        Assert.Equal(0, _bench.Recorded);
    }

    [Fact]
    public void Generate_StrategyWithBadWords_IsRecordedWithMendedOnes()
    {
        JsonElement explained = Explain("""{"symbol":"EURUSD","strategyId":"rascal","parameters":{"deed":"text"}}""");

        Assert.Equal(("\"(no text)\"", "\"(no text)\""), (At(explained, "rules.0.rule"), At(explained, "rules.1.rule")));
    }

    [Fact]
    public void Generate_DisabledStrategy_SaysWhy()
    {
        _bench.Disable("hourly", "it hung");

        Assert.Equal("PLUGIN_ERROR", _bench.Refusal("generate_signal", Ask));
        Assert.Equal("false", At(_bench.Call("list_strategies"), "strategies.0.enabled"));
        Assert.Equal("\"hourly\"", At(_bench.Call("list_strategies", """{"strategyId":"hourly"}"""), "strategies.0.strategyId"));
    }

    [Fact]
    public void ListStrategies_One_ShowsWhatItDeclares()
    {
        JsonElement all = _bench.Call("list_strategies");
        JsonElement one = _bench.Call("list_strategies", """{"strategyId":"hourly"}""");

        Assert.Equal(["hourly", "doubter", "sleeper", "rascal"], all.GetProperty("strategies").EnumerateArray().Select(s => s.GetProperty("strategyId").GetString()));
        Assert.Equal("absent", At(all, "detail"));
        Assert.Equal("""{"strategyId":"hourly","version":"1.2.3","kind":"rule","timeframes":["H1","H4"],"enabled":true}""", At(one, "strategies.0"));
        Assert.Equal(("\"Follows the hour.\"", """["the close rose"]""", """["stop and target"]""", "2"), (At(one, "detail.description"), At(one, "detail.entryRules"), At(one, "detail.exitRules"), At(one, "detail.warmupBars")));
        Assert.Equal("""{"name":"confidence","type":"number","default":0.6,"min":0,"max":1}""", At(one, "detail.parameters.1"));
        Assert.Equal("absent", At(_bench.Call("list_strategies", """{"strategyId":"rascal"}"""), "detail.warmupBars"));
    }

    [Fact]
    public void Record_OpportunityOfAPlugin_IsListedAndOnce()
    {
        ISignals signals = _bench.Desk;
        var draft = new SignalDraft
        {
            Kind = SignalKind.Opportunity,
            Symbol = _bench.Market.Market.Resolve("EURUSD"),
            Timeframe = Timeframe.H1,
            StrategyId = "balanced",
            BarTime = MarketBench.Start.AddHours(20),
            Side = OrderSide.Buy,
            Confidence = 0.7,
            Entry = 1.1m,
            StopLoss = 1.099m,
            TakeProfit = 1.102m,
            Reasons = ["three of four agree"],
        };

        RecordedSignal first = signals.Record(draft);
        RecordedSignal again = signals.Record(draft with { });

        Assert.Equal((first, 1), (again, _bench.Recorded));
        Assert.Equal([first], signals.Newest("eurusd", 5));
        Assert.Empty(signals.Newest("GBPUSD", 5));
        Assert.Equal("\"balanced on EURUSD H1 at 2024-01-08 20:00 UTC: three of four agree.\"", At(_bench.Call("explain_signal", $$"""{"signalId":"{{first.SignalId}}"}"""), "summary"));
    }

    public void Dispose() => _bench.Dispose();

    private JsonElement Explain(string arguments)
    {
        string id = At(_bench.Call("generate_signal", arguments), "signalId").Trim('"');
        return _bench.Call("explain_signal", $$"""{"signalId":"{{id}}"}""");
    }
}
