using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Live;

namespace OpenTrading.Kernel.Tests.Journal;

/// <summary>Orders are read again without the verdicts of their records; what a client or a broker writes may look like them.</summary>
public sealed class OrderTimelinesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData(",\"verdicts\":[1]")]
    [InlineData("\\\",\"verdicts\":\"")]
    [InlineData("],\"verdicts\":[\"")]
    public void Apply_WordsThatLookLikeVerdicts_StayWhatTheyAre(string text)
    {
        using (var journal = _folder.Open())
        {
            var rejected = new JournalPayload
            {
                ["account"] = "7654321@Broker-Demo", ["orderId"] = "req_1", ["stage"] = text, ["verdicts"] = new JournalArray { text, "pass" }, ["why"] = text,
            };
            journal.Append("host", "order.rejected", rejected, Durability.Durable);
            var cancelled = new JournalPayload { ["account"] = "7654321@Broker-Demo", ["orderId"] = "req_1", ["reason"] = text };
            journal.Append("host", "order.cancelled", cancelled, Durability.Durable);
        }

        var timelines = new OrderTimelines();
        _folder.Records().ForEach(timelines.Apply);

        Assert.Equal([("order.rejected", text), ("order.cancelled", text)], timelines.Of("req_1").Select(s => (s.Event, s.Why)));
    }
}
