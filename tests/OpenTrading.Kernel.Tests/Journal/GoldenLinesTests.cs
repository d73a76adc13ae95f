using System.Text;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class GoldenLinesTests
{
    private const string Golden = """
        {"actor":"host","hash":"92baf993efdcbd3ca979a334bd112ad671cd8d1726d9a739efb5ca52e51c0ec9","payload":{"version":"0.1.0"},"prevHash":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"time":"2026-01-05T08:00:00.000Z","type":"host.started"}
        {"actor":"client:c1","hash":"e697fedfadc0e233201341e2181ea1718a1b83a514314ad94d781a4f886052a7","payload":{"orderHash":"d5e9860f7b09cc7f641b246a0045039ed83395a1697683bc3b85df3725df6a82","orderId":"o-1"},"prevHash":"92baf993efdcbd3ca979a334bd112ad671cd8d1726d9a739efb5ca52e51c0ec9","seq":2,"time":"2026-01-05T08:00:01.250Z","type":"order.proposed"}
        {"actor":"operator:op1","hash":"05eed211b76f76b4f5f37b4f2cd8c3663d1d1a217ec2668a2b639c61ec59cabb","payload":{"level":1,"note":"café \"x\"\n€ 🛑"},"prevHash":"e697fedfadc0e233201341e2181ea1718a1b83a514314ad94d781a4f886052a7","seq":3,"time":"2026-01-05T08:00:02.000Z","type":"kill.activated"}

        """;

    [Fact]
    public void Append_GoldenRecordsToAuditJournal_WritesGoldenBytes()
    {
        using var folder = new TestFolder();
        using (var journal = folder.Open()) AppendAll(journal, folder.Clock);

        Assert.Equal(Golden.ReplaceLineEndings("\n"), folder.Text());
        Assert.Equal([262, 346, 295], folder.Text().TrimEnd('\n').Split('\n').Select(Encoding.UTF8.GetByteCount));
    }

    [Fact]
    public void Append_GoldenRecordsToReplayJournal_WritesGoldenBytes()
    {
        using var stream = new MemoryStream();
        var clock = new TestClock();
        using (var journal = new ReplayJournal(stream, clock))
        {
            AppendAll(journal, clock);
            journal.Complete();
        }

        Assert.Equal(Golden.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Read_GoldenLines_GivesTheirMembers()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.Journal, Golden.ReplaceLineEndings("\n"));

        var records = folder.Records();

        Assert.Equal(["host", "client:c1", "operator:op1"], records.Select(record => record.Actor));
        Assert.Equal(["host.started", "order.proposed", "kill.activated"], records.Select(record => record.Type));
        Assert.Equal([1, 2, 3], records.Select(record => record.Seq));
        Assert.Equal(new DateTime(2026, 1, 5, 8, 0, 1, 250, DateTimeKind.Utc), records[1].Time);
        Assert.Equal("92baf993efdcbd3ca979a334bd112ad671cd8d1726d9a739efb5ca52e51c0ec9", records[0].Hash);
        Assert.Equal(records[0].Hash, records[1].PrevHash);
        Assert.Equal("o-1", records[1].Payload.GetProperty("orderId").GetString());
        Assert.Equal("café \"x\"\n€ 🛑", records[2].Payload.GetProperty("note").GetString());
    }

    private static void AppendAll(IJournal journal, TestClock clock)
    {
        journal.Append("host", "host.started", new JournalPayload { ["version"] = "0.1.0" }, Durability.Durable);
        clock.Now = clock.Now.AddMilliseconds(1250);
        var proposed = new JournalPayload
        {
            ["orderId"] = "o-1",
            ["orderHash"] = "d5e9860f7b09cc7f641b246a0045039ed83395a1697683bc3b85df3725df6a82",
        };
        journal.Append("client:c1", "order.proposed", proposed, Durability.Durable);
        clock.Now = clock.Now.AddMilliseconds(750);
        journal.Append("operator:op1", "kill.activated", new JournalPayload { ["note"] = "café \"x\"\n€ 🛑", ["level"] = 1 }, Durability.Protective);
    }
}
