using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class JournalRecordTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // What a client or a broker writes may look like the member that is left out.
    [Theory]
    [InlineData("plain")]
    [InlineData(",\"verdicts\":[1]")]
    [InlineData("\\\",\"verdicts\":\"")]
    [InlineData("],\"verdicts\":[\"")]
    public void Terms_AreThePayloadWithoutTheVerdicts(string text)
    {
        using (var journal = AuditJournal.Open(_folder.Root, TimeProvider.System))
        {
            journal.Append(
                "host",
                "order.rejected",
                new JournalPayload { ["orderId"] = "o-1", ["reason"] = text, ["verdicts"] = new JournalArray { text, "pass" }, ["why"] = text },
                Durability.Durable);
        }

        JournalRecord record = _folder.Records().Single(r => r.Type == "order.rejected");

        Assert.Equal(["orderId", "reason", "why"], record.Terms.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("o-1", text, text), (record.Terms.Text("orderId"), record.Terms.Text("reason"), record.Terms.Text("why")));
        Assert.Equal(text, record.Payload.GetProperty("verdicts")[0].GetString());
    }

    [Fact]
    public void Terms_OfARecordWithoutVerdicts_AreItsPayload()
    {
        using (var journal = AuditJournal.Open(_folder.Root, TimeProvider.System))
        {
            journal.Append("host", "order.cancelled", new JournalPayload { ["orderId"] = "o-1", ["why"] = ",\"verdicts\":[1]" }, Durability.Durable);
        }

        JournalRecord record = _folder.Records().Single(r => r.Type == "order.cancelled");

        Assert.Equal(record.Payload.GetRawText(), record.Terms.GetRawText());
    }
}
