using System.Text.Json;
using OpenTrading.Host.Faces.Mcp.Resources;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Mcp.Resources;

public sealed class JournalPageTests
{
    [Fact]
    public void Ask_Date_IsThatDay() => Assert.Equal(
        """{"from":"2024-02-29T00:00:00Z","to":"2024-03-01T00:00:00Z","limit":200}""", JournalPage.Ask(new Dictionary<string, string> { ["date"] = "2024-02-29" }).ToJsonString());

    [Theory]
    [InlineData("today")]
    [InlineData("2023-02-29")]
    [InlineData("2024-2-9")]
    [InlineData("9999-12-31")]
    [InlineData("٢٠٢٤-٠٢-٢٩")]
    public void Ask_NoDate_IsRefused(string date) =>
        Assert.Equal(ErrorCode.ValidationError, Assert.Throws<CapabilityException>(() => JournalPage.Ask(new Dictionary<string, string> { ["date"] = date })).Code);

    [Fact]
    public void Render_Entries_OldestFirst() => Assert.Equal(
        """
        2 entries: 1 notes, 1 closed trades.

        - 08:15 note **London opens** · EURUSD · jrn_1 #plan #am
        - 16:05 trade **Sold EURUSD** · EURUSD · ppt_1 · -1.0 R · ppt_1

        """,
        JournalPage.Render(JsonElement.Parse("""
            {"summary":"2 entries: 1 notes, 1 closed trades.","entries":[
              {"entryId":"ppt_1","time":"2026-01-05T16:05:00.000Z","kind":"trade","symbol":"EURUSD","tradeId":"ppt_1","title":"Sold EURUSD","tags":[],"r":-1.0},
              {"entryId":"jrn_1","time":"2026-01-05T08:15:00.000Z","kind":"note","symbol":"EURUSD","title":"London opens","tags":["plan","am"]}]}
            """)));
}
