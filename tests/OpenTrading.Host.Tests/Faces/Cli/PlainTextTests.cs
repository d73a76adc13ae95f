using System.Text.Json;
using OpenTrading.Host.Faces.Cli;
using OpenTrading.Host.Faces.Cli.Approvals;

namespace OpenTrading.Host.Tests.Faces.Cli;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[2Jgone", " [2Jgone")]
    [InlineData("one\r\ntwo", "one  two")]
    [InlineData("\u202Edesrever\u202C", "desrever")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("caf\u00E9 \U0001F6D1", "caf\u00E9 \U0001F6D1")]
    public void Of_TextOfAStranger_MovesNothing(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));

    [Fact]
    public void Of_EndlessText_IsCut() => Assert.EndsWith("[cut]", PlainText.Of(new string('x', 5000)), StringComparison.Ordinal);

    [Fact]
    public void Lines_LongText_BreaksBetweenWords() => Assert.Equal(["  one two", "  three"], PlainText.Lines("one two three", "  ", width: 8));

    [Fact]
    public void Sheet_OfARequest_HasTheNumbersAboveTheWords()
    {
        JsonElement row = JsonElement.Parse("""
            {"requestId":"req_1","orderHash":"ab","status":"pending","expiresAt":"2026-01-05T08:05:00Z","approvedBy":[],"thesis":"BUY NOW\u001b[31m",
             "order":{"account":"50***34@B","kind":"open","class":"E","symbol":"EURUSD","side":"buy","lots":0.1,"orderType":"market","stopLoss":1.0825,"takeProfit":null,"referencePrice":1.085,"deviation":10,"proposer":"client:a","reason":"trend"},
             "decision":{"allowed":false,"riskMoney":25,"riskPct":0.25,"bid":1.0849,"ask":1.085,"quoteTime":"2026-01-05T08:00:00Z","rules":[{"status":"pass","message":"a: fine"},{"status":"fail","message":"b: not fine"}]}}
            """);

        string[] lines = [.. RequestSheet.Lines(row)];

        Assert.Contains("order     OPEN BUY 0.1 EURUSD market   class E", lines);
        Assert.True(Array.IndexOf(lines, "  FAIL  b: not fine") < Array.IndexOf(lines, "  ok    a: fine"));
        Assert.True(Array.FindIndex(lines, l => l.StartsWith("hash", StringComparison.Ordinal)) < Array.IndexOf(lines, "    trend"));
        Assert.Equal("    BUY NOW [31m", lines[^1]);
    }
}
