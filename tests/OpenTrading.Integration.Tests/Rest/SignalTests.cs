using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Signals over REST, held against indicators over the same bars.</summary>
public class SignalTests(RestHost host) : IClassFixture<RestHost>
{
    private static readonly string[] Shipped = ["bollinger-reversion", "donchian-trend", "macd-momentum", "session-breakout", "sma-cross", "sma-rsi-baseline", "volatility-breakout"];

    [Fact]
    public async Task ListStrategies_Shipped_AreThereWithTheirRules()
    {
        (int status, JsonElement answer) = await host.GetAsync("/strategies");
        (_, JsonElement one) = await host.GetAsync("/strategies?strategyId=donchian-trend");

        Assert.Equal(200, status);
        Assert.Empty(Shipped.Except(answer.GetProperty("strategies").EnumerateArray().Select(s => s.GetProperty("strategyId").GetString()!)));
        JsonElement detail = one.GetProperty("detail");
        Assert.Equal("buy: close above the high of entry bars and above the trend mean", detail.GetProperty("entryRules")[0].GetString());
        Assert.Equal((20, 100), (detail.GetProperty("parameters")[0].GetProperty("default").GetInt32(), detail.GetProperty("warmupBars").GetInt32()));
    }

    [Fact]
    public async Task GenerateSignal_ThenExplainAndList_RestOnTheIndicatorsOfTheSameBar()
    {
        (int status, JsonElement signal) = await host.PostAsync("/signal/generate", """{"symbol":"EURUSD"}""");
        string id = signal.GetProperty("signalId").GetString()!;
        (_, JsonElement explained) = await host.GetAsync($"/signals/{id}/explain");
        (_, JsonElement list) = await host.GetAsync("/signals?strategyId=sma-rsi-baseline");
        (_, JsonElement rsi) = await host.PostAsync("/features/indicator", """{"symbol":"EURUSD","name":"rsi","last":2}""");
        (_, JsonElement slow) = await host.PostAsync("/features/indicator", """{"symbol":"EURUSD","name":"sma","parameters":{"period":50},"last":1}""");

        Assert.Equal(200, status);
        Assert.Equal(rsi.GetProperty("rows")[1][1].GetDouble(), explained.GetProperty("inputs").GetProperty("RSI").GetDouble(), 1e-4);
        Assert.Equal(rsi.GetProperty("rows")[0][1].GetDouble(), explained.GetProperty("inputs").GetProperty("RSI before").GetDouble(), 1e-4);
        Assert.Equal(slow.GetProperty("rows")[0][1].GetDouble(), explained.GetProperty("inputs").GetProperty("slow mean").GetDouble(), 1e-6);
        Assert.Equal(rsi.GetProperty("rows")[1][0].GetDateTime(), signal.GetProperty("barTime").GetDateTime());
        Assert.Equal(id, list.GetProperty("signals")[0].GetProperty("signalId").GetString());
        Assert.NotEmpty(explained.GetProperty("rules").EnumerateArray());
    }

    [Fact]
    public async Task GenerateEnsembleSignal_OfAllShipped_HasAVoteOfEach()
    {
        (int status, JsonElement signal) = await host.PostAsync("/signal/ensemble", $$"""{"symbol":"EURUSD","strategyIds":"{{string.Join(',', Shipped)}}"}""");

        Assert.Equal(200, status);
        Assert.Equal(Shipped, signal.GetProperty("votes").EnumerateArray().Select(v => v.GetProperty("strategyId").GetString()));
        Assert.InRange(signal.GetProperty("agreementPct").GetDouble(), 0, 100);
    }

    [Theory]
    [InlineData("/signal/generate", """{"symbol":"EURUSD","strategyId":"sma-rsi-baselin"}""", 404, "NOT_FOUND")]
    [InlineData("/signal/generate", """{"symbol":"EURUSD","strategyId":"sma-cross","parameters":{"fast":0}}""", 400, "VALIDATION_ERROR")]
    [InlineData("/signal/ensemble", """{"symbol":"EURUSD","method":"dice"}""", 400, "VALIDATION_ERROR")]
    public async Task Signals_BadArgument_RightStatusAndCode(string path, string body, int status, string code)
    {
        (int answered, JsonElement answer) = await host.PostAsync(path, body);

        Assert.Equal((status, code), (answered, RestHost.Code(answer)));
    }
}
