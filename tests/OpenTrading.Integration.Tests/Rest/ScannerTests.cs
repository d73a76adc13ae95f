using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Scans over REST.</summary>
public class ScannerTests(RestHost host) : IClassFixture<RestHost>
{
    [Fact]
    public async Task Scan_ThenScoreAndList_AgreeWithEachOther()
    {
        JsonElement scan = await host.JobAsync("/opportunity/scan", """{"symbols":["EURUSD","NOPE"],"timeframes":["H1","H4"],"minScore":0}""");
        (int status, JsonElement score) = await host.PostAsync("/opportunity/score", """{"symbol":"EURUSD","timeframes":["H1","H4"]}""");
        (_, JsonElement list) = await host.GetAsync("/opportunity?minScore=0");

        Assert.Equal(200, status);
        JsonElement found = Assert.Single(scan.GetProperty("opportunities").EnumerateArray());
        Assert.Equal("NOPE", Assert.Single(scan.GetProperty("unavailable").EnumerateArray()).GetProperty("section").GetString());
        Assert.Equal(Math.Max(Score(score, "long"), Score(score, "short")), Score(score, found.GetProperty("direction").GetString()!));
        JsonElement kept = list.GetProperty("opportunities").EnumerateArray().Single(o => o.GetProperty("opportunityId").GetString() == found.GetProperty("opportunityId").GetString());
        Assert.Equal(scan.GetProperty("scanId").GetString(), kept.GetProperty("scanId").GetString());
        Assert.Contains(kept.GetProperty("state").GetString(), (string[])["open", "expired", "hit_target", "hit_stop"]);
    }

    [Theory]
    [InlineData("/opportunity/scan", """{"symbols":"EURUSD","preset":"luck"}""", 200, "NOT_FOUND")]
    [InlineData("/opportunity/score", """{"symbol":"EURUSD","preset":"luck"}""", 404, "NOT_FOUND")]
    [InlineData("/opportunity/score", """{"symbol":"NOPE"}""", 404, "SYMBOL_UNKNOWN")]
    public async Task Scanner_BadArgument_RightStatusAndCode(string path, string body, int status, string code)
    {
        (int answered, JsonElement answer) = await host.PostAsync(path, body);

        Assert.Equal((status, code), (answered, RestHost.Code(answer)));
    }

    private static double Score(JsonElement score, string side) => score.GetProperty(side).GetProperty("score").GetDouble();
}
