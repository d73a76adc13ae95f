using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;

namespace OpenTrading.MetaTrader.Tests.Brokers;

/// <summary>What experts answer to requests that trade.</summary>
public sealed class ReceiptTests
{
    [Theory]
    [InlineData("""{"ok":true,"outcome":"done","native":10009,"order":5,"volume":0.1}""", "done", "")]
    [InlineData("""{"ok":false,"outcome":"rejected","native":10016,"code":"INVALID_STOPS","text":"too near"}""", "rejected", "INVALID_STOPS (10016): too near")]
    [InlineData("""{"ok":false,"code":"EA_LIMIT","text":"an entry needs a stop loss","wall":"sl_required"}""", "rejected", "EA_LIMIT: an entry needs a stop loss")]
    [InlineData("""{"ok":false,"outcome":"unknown","native":10012,"code":"TIMEOUT","text":""}""", "unknown", "TIMEOUT (10012): ")]
    [InlineData("""{"ok":true,"outcome":"never_sent","cid":"abc"}""", "never_sent", "never_sent")]
    public void Of_Answer_SaysWhatBecameOfIt(string answer, string outcome, string reason)
    {
        using JsonDocument read = JsonDocument.Parse(answer);

        var receipt = Receipt.Of(read.RootElement);

        Assert.Equal((outcome, reason), (receipt.Outcome, receipt.Reason));
        Assert.Equal((outcome == "done", outcome == "unknown", outcome == "never_sent"), (receipt.IsDone, receipt.IsUnknown, receipt.IsNeverSent));
    }

    [Fact]
    public void Of_PartOfTheVolume_IsPartial()
    {
        using JsonDocument read = JsonDocument.Parse("""{"ok":true,"outcome":"done","native":10010,"order":5,"volume":0.4,"time":1767600000000}""");

        var receipt = Receipt.Of(read.RootElement);

        Assert.Equal((true, 0.4m, 5L, new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc)), (receipt.IsPartial, receipt.Volume, receipt.Order, receipt.WrittenAt));
    }

    [Fact]
    public void Of_OutcomeNobodyKnows_BreaksTheProtocol()
    {
        using JsonDocument read = JsonDocument.Parse("""{"ok":true,"outcome":"perhaps"}""");

        Assert.Throws<ProtocolException>(() => Receipt.Of(read.RootElement));
    }
}
