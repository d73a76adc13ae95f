using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Prices over REST, held against the file they come from.</summary>
public class MarketTests(RestHost host) : IClassFixture<RestHost>
{
    private const string File = "EURUSD_H1.csv";

    [MarketDataFact(File)]
    public async Task GetQuote_RecordedMarket_IsTheCloseOfTheNewestBarWithItsSpread()
    {
        string[] last = Rows(1)[0];
        decimal bid = Number(last[4]);
        decimal spread = Number(last[6]);

        (int status, JsonElement quote) = await host.GetAsync("/market/quote/EURUSD");

        Assert.Equal(200, status);
        Assert.Equal((bid, bid + spread, spread), (Member(quote, "bid"), Member(quote, "ask"), Member(quote, "spread")));
        Assert.Equal((spread * 100_000, spread * 10_000), (Member(quote, "spreadPoints"), Member(quote, "spreadPips")));
        Assert.Equal(("file:EURUSD", Time(last) + TimeSpan.FromHours(1)), (quote.GetProperty("source").GetString(), quote.GetProperty("asOf").GetDateTime()));
        Assert.StartsWith("""{"summary":"EURUSD """, quote.GetRawText(), StringComparison.Ordinal);
    }

    [MarketDataFact(File)]
    public async Task GetMarketBars_NewestHundred_AreTheRowsOfTheFile()
    {
        string[][] recorded = Rows(100);

        (int status, JsonElement bars) = await host.PostAsync("/market/bars", """{"symbol":"EURUSD","timeframe":"1h","count":"100"}""");

        Assert.Equal(200, status);
        Assert.Equal("""["time","open","high","low","close","tickVolume","spreadPoints"]""", bars.GetProperty("columns").GetRawText());
        JsonElement[] rows = [.. bars.GetProperty("rows").EnumerateArray()];
        Assert.Equal(100, rows.Length);
        Assert.All(rows.Zip(recorded), pair =>
        {
            (JsonElement row, string[] line) = pair;
            Assert.Equal(Time(line), row[0].GetDateTime());
            Assert.Equal([Number(line[1]), Number(line[2]), Number(line[3]), Number(line[4]), Number(line[5]), Number(line[6]) * 100_000], row.EnumerateArray().Skip(1).Select(v => v.GetDecimal()));
        });
    }

    [MarketDataFact(File)]
    public async Task GetMarketBars_FourHours_AreMadeOfTheHours()
    {
        (_, JsonElement bars) = await host.PostAsync("/market/bars", """{"symbol":"file:EURUSD","timeframe":"H4","count":2}""");

        Assert.Equal(("H4", "H1", 2), (bars.GetProperty("timeframe").GetString(), bars.GetProperty("aggregatedFrom").GetString(), bars.GetProperty("rows").GetArrayLength()));
    }

    [Theory]
    [InlineData("""{"symbol":"NOPE"}""", 404, "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"GBPUSD"}""", 503, "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"EURUSD","count":0}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","count":1000000000}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","timefrme":"H1"}""", 400, "VALIDATION_ERROR")]
    [InlineData("{}", 400, "VALIDATION_ERROR")]
    public async Task GetMarketBars_BadArgument_RightStatusAndCode(string body, int status, string code)
    {
        (int answered, JsonElement answer) = await host.PostAsync("/market/bars", body);

        Assert.Equal((status, code), (answered, RestHost.Code(answer)));
    }

    [Fact]
    public async Task GetMarketBars_CursorOfAnotherQuery_IsRefused()
    {
        string cursor = (await host.PostAsync("/market/bars", """{"symbol":"EURUSD","count":5}""")).Answer.GetProperty("nextCursor").GetString()!;

        Assert.Equal(200, (await host.PostAsync("/market/bars", $$"""{"symbol":"EURUSD","count":5,"cursor":"{{cursor}}"}""")).Status);
        foreach (string query in (string[])["\"timeframe\":\"H4\",\"cursor\":\"" + cursor, "\"cursor\":\"x"])
        {
            (int status, JsonElement answer) = await host.PostAsync("/market/bars", "{\"symbol\":\"EURUSD\"," + query + "\"}");
            Assert.Equal((400, "VALIDATION_ERROR"), (status, RestHost.Code(answer)));
        }
    }

    private static string[][] Rows(int newest) => [.. System.IO.File.ReadLines(ReferenceFiles.MarketData(File)).TakeLast(newest).Select(line => line.Split(','))];

    private static DateTime Time(string[] row) => DateTime.ParseExact(row[0], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Member(JsonElement record, string name) => record.GetProperty(name).GetDecimal();
}
