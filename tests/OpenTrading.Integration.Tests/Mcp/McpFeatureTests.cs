using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>Indicators, features and conditions as an AI client calls them.</summary>
public sealed class McpFeatureTests(McpHost host) : IClassFixture<McpHost>
{
    private readonly double[] _closes = [.. BarFile.Waves(300).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => double.Parse(l.Split(',')[4], CultureInfo.InvariantCulture))];

    [Fact]
    public async Task Features_OverMcp_GiveTheValuesOfTheImportedBars()
    {
        await using McpClient client = await host.ConnectAsync(HttpTransportMode.StreamableHttp, "/mcp", null);

        JsonElement sma = await client.AskAsync("compute_indicator", """{"symbol":"EURUSD","name":"sma","parameters":{"period":10},"last":1}""");
        JsonElement snapshot = await client.AskAsync("get_indicator_snapshot", """{"symbol":"EURUSD","names":["sma(10)"]}""");
        JsonElement features = await client.AskAsync("build_features", """{"symbol":"EURUSD","last":1}""");
        JsonElement condition = await client.AskAsync("test_condition", """{"expression":"close > close[1]","symbols":["EURUSD"],"horizon":1}""");
        JsonElement stats = await client.AskAsync("get_feature_stats", """{"symbol":"EURUSD","bars":100}""");
        JsonElement list = await client.AskAsync("list_indicators", """{"group":"volume"}""");

        Assert.Equal(_closes[^10..].Average(), sma.GetProperty("rows")[0][1].GetDouble(), 1e-8);
        Assert.Equal(_closes[^10..].Average(), snapshot.GetProperty("values").GetProperty("sma(10)").GetProperty("sma").GetDouble(), 1e-6);
        Assert.Equal(Math.Log(_closes[^1] / _closes[^2]), features.GetProperty("rows")[0][1].GetDouble(), 1e-9);
        Assert.Equal(
            Enumerable.Range(1, _closes.Length - 1).Count(i => _closes[i] > _closes[i - 1]),
            condition.GetProperty("result").GetProperty("symbols")[0].GetProperty("matches").GetInt32());
        Assert.Equal(95, stats.GetProperty("result").GetProperty("n").GetInt32());
        Assert.Contains(list.GetProperty("indicators").EnumerateArray(), i => i.GetProperty("name").GetString() == "obv");
    }
}
