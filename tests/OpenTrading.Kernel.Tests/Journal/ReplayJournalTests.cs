using System.Security.Cryptography;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class ReplayJournalTests
{
    [Fact]
    public void Complete_File_BearsItsNameAndHash()
    {
        using var folder = new TestFolder();
        var path = folder["reports/r1/journal.jsonl"];

        using var journal = ReplayJournal.Create(path, folder.Clock);
        Fill(journal, folder.Clock, 5000);
        Assert.False(File.Exists(path));
        var digest = journal.Complete();

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), digest);
        Assert.Equal(["journal.jsonl"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
        var verification = JournalVerifier.Verify(path);
        Assert.Equal((JournalVerdict.Ok, 5000L), (verification.Verdict, verification.LastSeq));
    }

    [Fact]
    public void Complete_SameRecordsAtSameTimes_GivesSameHash() => Assert.Equal(Run(300), Run(300));

    [Fact]
    public void Complete_OneRecordMore_GivesAnotherHash() => Assert.NotEqual(Run(300), Run(301));

    [Fact]
    public void Dispose_NotComplete_LeavesNothingAndKeepsTheOldFile()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["journal.jsonl"], "old");

        using (var journal = ReplayJournal.Create(folder["journal.jsonl"], folder.Clock)) Fill(journal, folder.Clock, 5000);

        Assert.Equal("old", File.ReadAllText(folder["journal.jsonl"]));
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void Append_AfterComplete_IsRefused()
    {
        using var stream = new MemoryStream();
        using var journal = new ReplayJournal(stream, new TestClock());
        journal.Complete();

        Assert.Throws<ObjectDisposedException>(() => journal.Append("host", "test.note", new JournalPayload(), Durability.Durable));
    }

    [Fact]
    public void Append_PayloadRefused_LeavesTheChainWhole()
    {
        using var folder = new TestFolder();
        var twice = new JournalPayload { ["a"] = 1 };
        twice["a"] = 2;

        using var journal = ReplayJournal.Create(folder["journal.jsonl"], folder.Clock);
        Fill(journal, folder.Clock, 2);
        Assert.Throws<ArgumentException>(() => journal.Append("host", "test.note", twice, Durability.Durable));
        Assert.Throws<ArgumentException>(() => journal.Append("host", "\ud83d", new JournalPayload(), Durability.Durable));
        Fill(journal, folder.Clock, 1);
        journal.Complete();

        Assert.Equal(3, JournalVerifier.Verify(folder["journal.jsonl"]).LastSeq);
    }

    [Fact]
    public void Append_NestedTo33InTheRecord_IsRefused()
    {
        using var journal = new ReplayJournal(Stream.Null, new TestClock());
        var innermost = new JournalPayload();
        for (var depth = 1; depth < 31; depth++) innermost = new JournalPayload { ["a"] = innermost };

        // The record itself is the first of the 32 levels.
        var deepest = new JournalPayload { ["a"] = innermost };
        Assert.Equal(1, journal.Append("host", "test.note", innermost, Durability.Buffered));
        Assert.Throws<ArgumentException>(() => journal.Append("host", "test.note", deepest, Durability.Buffered));
    }

    private static string Run(int records)
    {
        using var stream = new MemoryStream();
        var clock = new TestClock();
        using var journal = new ReplayJournal(stream, clock);
        Fill(journal, clock, records);
        return journal.Complete();
    }

    private static void Fill(ReplayJournal journal, TestClock clock, int records)
    {
        for (var i = 0; i < records; i++)
        {
            journal.Append("strategy:sma", "signal.emitted", new JournalPayload { ["n"] = i, ["price"] = 1.085m + i }, Durability.Buffered);
            clock.Now = clock.Now.AddHours(1);
        }
    }
}
