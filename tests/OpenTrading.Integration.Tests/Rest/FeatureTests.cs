using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Indicators, features and conditions over REST, held against the closes of the file they come from.</summary>
public class FeatureTests(RestHost host) : IClassFixture<RestHost>
{
    private const string File = "EURUSD_H1.csv";

    [MarketDataFact(File)]
    public async Task ComputeIndicator_Sma_IsTheMeanOfTheClosesOfTheFile()
    {
        double[] closes = Closes();

        (int status, JsonElement answer) = await host.PostAsync("/features/indicator", """{"symbol":"EURUSD","name":"sma","parameters":{"period":50},"last":2}""");

        Assert.Equal(200, status);
        Assert.Equal(closes[^50..].Average(), answer.GetProperty("rows")[1][1].GetDouble(), 1e-8);
        Assert.Equal(closes[^51..^1].Average(), answer.GetProperty("rows")[0][1].GetDouble(), 1e-8);
        Assert.Equal("file:EURUSD", answer.GetProperty("source").GetString());
    }

    [MarketDataFact(File)]
    public async Task Snapshot_CoreSet_HasTheCloseAndTheSameAverages()
    {
        double[] closes = Closes();

        (int status, JsonElement answer) = await host.PostAsync("/features/snapshot", """{"symbol":"EURUSD"}""");

        Assert.Equal(200, status);
        Assert.Equal(closes[^1], answer.GetProperty("bar").GetProperty("close").GetDouble());
        Assert.Equal(closes[^20..].Average(), answer.GetProperty("values").GetProperty("bb").GetProperty("middle").GetDouble(), 1e-6);
        Assert.NotEmpty(answer.GetProperty("readings").EnumerateArray());
    }

    [MarketDataFact(File)]
    public async Task BuildFeatures_TwoRows_AreTheReturnsOfTheFile()
    {
        double[] closes = Closes();

        (int status, JsonElement answer) = await host.PostAsync("/features/build", """{"symbol":"EURUSD","last":2}""");

        Assert.Equal(200, status);
        Assert.Equal(Math.Log(closes[^1] / closes[^2]), answer.GetProperty("rows")[1][1].GetDouble(), 1e-9);
        Assert.Equal(Math.Log(closes[^2] / closes[^7]), answer.GetProperty("rows")[0][2].GetDouble(), 1e-9);
        Assert.Matches("^[0-9a-f]{64}$", answer.GetProperty("hash").GetString());
    }

    [MarketDataFact(File)]
    public async Task TestCondition_OneBarUp_IsCountedOnTheFile()
    {
        double[] closes = Closes()[^1001..];
        int ups = Enumerable.Range(1, 1000).Count(i => closes[i] > closes[i - 1]);

        JsonElement result = await host.JobAsync("/features/condition", """{"expression":"close > close[1]","symbols":"EURUSD","bars":1000,"horizon":1}""");

        Assert.Equal(ups, result.GetProperty("symbols")[0].GetProperty("matches").GetInt32());
    }

    [MarketDataFact(File)]
    public async Task FeatureStats_BaseSet_IsAJobWithARowAFeature()
    {
        JsonElement result = await host.JobAsync("/features/stats", """{"symbol":"EURUSD","bars":1000}""");

        Assert.Equal(995, result.GetProperty("n").GetInt32());
        Assert.Equal("ret_1", result.GetProperty("features")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task ListIndicators_ByName_SaysItsParameters()
    {
        (int status, JsonElement answer) = await host.GetAsync("/features/indicators?name=macd");

        Assert.Equal(200, status);
        Assert.Equal([12, 26, 9], answer.GetProperty("detail").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("default").GetInt32()));
    }

    [Theory]
    [InlineData("/features/indicator", """{"symbol":"EURUSD","name":"sma","parameters":{"period":1000000000}}""", 400, "VALIDATION_ERROR")]
    [InlineData("/features/indicator", """{"symbol":"EURUSD","name":"nope"}""", 404, "NOT_FOUND")]
    [InlineData("/features/build", """{"symbol":"EURUSD","set":"nope"}""", 404, "NOT_FOUND")]
    [InlineData("/features/snapshot", """{"symbol":"NOPE"}""", 404, "SYMBOL_UNKNOWN")]
    public async Task Features_BadArgument_RightStatusAndCode(string path, string body, int status, string code)
    {
        (int answered, JsonElement answer) = await host.PostAsync(path, body);

        Assert.Equal((status, code), (answered, RestHost.Code(answer)));
    }

    private static double[] Closes() => [.. System.IO.File.ReadLines(ReferenceFiles.MarketData(File)).Skip(1).Select(l => double.Parse(l.Split(',')[4], CultureInfo.InvariantCulture))];
}
