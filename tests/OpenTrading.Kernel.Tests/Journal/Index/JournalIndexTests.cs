using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Index;

namespace OpenTrading.Kernel.Tests.Journal.Index;

public sealed class JournalIndexTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_AnyRecordOverSeveralDaysAndBlocks_IsTheOneWritten()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            for (int day = 0; day < 3; day++)
            {
                journal.Append(1500);
                _folder.Clock.Now = _folder.Clock.Now.AddDays(1);
            }

            Check(journal.Index);
        }

        // What is built anew from the files finds the same.
        using var again = new IndexedJournal(_folder);
        Check(again.Index);
    }

    [Fact]
    public void Apply_BufferedRecord_ComesWhenItIsOnDisk()
    {
        using var journal = new IndexedJournal(_folder);
        journal.Journal.Append("host", "test.note", new JournalPayload(), Durability.Buffered);

        Assert.Equal(0, journal.Index.Size);
        _folder.Clock.Fire();
        Assert.Equal(1, journal.Index.Size);
    }

    [Fact]
    public void SeqAt_ATime_NoRecordOfThatTimeOrLaterIsBeforeIt()
    {
        using var journal = new IndexedJournal(_folder);
        for (int i = 0; i < 3000; i++)
        {
            journal.Append(1);
            _folder.Clock.Now = _folder.Clock.Now.AddSeconds(1);
        }

        DateTime time = _folder.Records()[2000].Time;
        long seq = journal.Index.SeqAt(time);

        Assert.InRange(seq, 977, 2001);
        Assert.Equal(1, journal.Index.SeqAt(time.AddYears(-1)));
    }

    [Fact]
    public void Read_RecordChangedOnDisk_SaysWhich()
    {
        using var journal = new IndexedJournal(_folder);
        journal.Append(5);
        File.WriteAllText(_folder.Journal, File.ReadAllText(_folder.Journal).Replace("\"n\":4", "\"n\":7", StringComparison.Ordinal));

        Assert.Equal(3, journal.Index.Read(3, 3).Single().Seq);
        Assert.Contains("record 4 is not what was written", Assert.Throws<JournalException>(() => journal.Index.Read(4, 4).Single()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Follow_FollowerThatThrows_IsLeftBehindAndTheJournalGoesOn()
    {
        int seen = 0;
        using var journal = AuditJournal.Open(_folder.Root, _folder.Clock, follow: _ => throw new InvalidOperationException($"seen {++seen}"));

        journal.Append("host", "test.note", new JournalPayload(), Durability.Durable);
        journal.Append("host", "test.note", new JournalPayload(), Durability.Durable);

        Assert.Equal((1, "seen 1"), (seen, journal.FollowFailure!.Message));
        Assert.Equal(JournalState.Open, journal.State);
    }

    private static void Check(JournalIndex index)
    {
        Assert.Equal(4500, index.Size);
        foreach (long seq in (long[])[1, 2, 1023, 1024, 1025, 1500, 1501, 2048, 2049, 3000, 3001, 4499, 4500])
        {
            JournalRecord record = index.Read(seq, seq).Single();
            Assert.Equal((seq, (int)(((seq - 1) % 1500) + 1)), (record.Seq, record.Payload.GetProperty("n").GetInt32()));
        }

        Assert.Equal(Enumerable.Range(1400, 200).Select(i => (long)i), index.Read(1400, 1599).Select(r => r.Seq));
    }
}
