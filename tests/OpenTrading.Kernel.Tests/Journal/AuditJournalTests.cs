using System.Globalization;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class AuditJournalTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_EmptyFolder_StartsAtSeqOne()
    {
        using var journal = _folder.Open();

        Assert.Equal(1, Note(journal));
        Assert.Equal(JournalState.Open, journal.State);
        Assert.Equal(16 << 20, new FileInfo(_folder["reserve.bin"]).Length);
    }

    [Fact]
    public void Open_ExistingJournal_ContinuesChainAndReplaysEveryRecord()
    {
        _folder.Fill(3);
        var replayed = new List<long>();

        using (var journal = _folder.Open(record => replayed.Add(record.Seq))) Assert.Equal(4, Note(journal));

        Assert.Equal([1, 2, 3], replayed);
        Assert.Equal((JournalVerdict.Ok, 4L), (_folder.Verify().Verdict, _folder.Verify().LastSeq));
    }

    [Fact]
    public void Open_SecondHost_IsRefusedAndToldWhoHoldsTheFolder()
    {
        using var first = _folder.Open();

        var refusal = Assert.Throws<JournalException>(() => _folder.Open());

        Assert.Contains(
            $"is held by process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, Note(first));
    }

    [Fact]
    public void Open_AfterDisposal_IsAccepted()
    {
        _folder.Open().Dispose();

        using var second = _folder.Open();

        Assert.Equal(JournalState.Open, second.State);
    }

    [Fact]
    public void Open_BrokenRecord_IsReadOnlyAndTouchesNoByte()
    {
        _folder.Fill(4);
        File.WriteAllText(_folder.Journal, _folder.Text().Replace("\"n\":3", "\"n\":8", StringComparison.Ordinal) + "{\"torn");
        var before = File.ReadAllBytes(_folder.Journal);
        var replayed = new List<long>();

        using (var journal = _folder.Open(record => replayed.Add(record.Seq)))
        {
            Assert.Equal(JournalState.ReadOnly, journal.State);
            Assert.Equal((3L, 3L), (journal.Failure!.Fault!.Seq, journal.Failure.Fault.Line));
            Assert.Throws<JournalException>(() => Note(journal, Durability.Protective));
        }

        Assert.Equal([1, 2], replayed);
        Assert.Equal(before, File.ReadAllBytes(_folder.Journal));
        Assert.Empty(Directory.GetFiles(_folder.Root, "*.torn"));
    }

    [Fact]
    public void Append_Durable_IsFlushedBeforeItReturns()
    {
        var disk = new TestDisk();
        using var journal = _folder.Open(openFile: disk.Open);

        Note(journal, Durability.Durable);

        Assert.Equal(1, disk.Flushes);
        Assert.Single(_folder.Records());
    }

    [Fact]
    public void Append_Buffered_IsFlushedByTimerWithin200Milliseconds()
    {
        var disk = new TestDisk();
        using var journal = _folder.Open(openFile: disk.Open);

        Note(journal);
        Note(journal);

        Assert.Equal((0, 0L), (disk.Flushes, new FileInfo(_folder.Journal).Length));
        Assert.InRange(_folder.Clock.Due!.Value, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        _folder.Clock.Fire();
        Assert.Equal((1, 2), (disk.Flushes, _folder.Records().Count));
        Note(journal);
        Assert.NotNull(_folder.Clock.Due);
    }

    [Fact]
    public void Append_BufferedThenDurable_FlushesBothInOrder()
    {
        using var journal = _folder.Open();

        Note(journal);
        Note(journal, Durability.Durable);

        Assert.Equal([1, 2], _folder.Records().Select(record => record.Seq));
    }

    [Fact]
    public void Append_OrderedThenDurable_ShareOneFlush()
    {
        var disk = new TestDisk();
        using var journal = _folder.Open(openFile: disk.Open);

        Note(journal, Durability.Ordered);
        Assert.Equal(0, disk.Flushes);
        Assert.InRange(_folder.Clock.Due!.Value, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        Note(journal, Durability.Durable);

        Assert.Equal((1, 2), (disk.Flushes, _folder.Records().Count));
    }

    [Fact]
    public void Append_64ThreadsThatAllWait_AreAllLetGo()
    {
        using (var journal = _folder.Open())
        {
            var threads = Enumerable.Range(0, 64).Select(_ => new Thread(() =>
            {
                for (var n = 0; n < 20; n++)
                {
                    Note(journal, Durability.Ordered);
                    Note(journal, Durability.Durable);
                }
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
        }

        Assert.Equal((JournalVerdict.Ok, 2560L), (_folder.Verify().Verdict, _folder.Verify().LastSeq));
    }

    [Fact]
    public void Append_64Threads_ShareFlushesAndKeepTheChain()
    {
        var disk = new TestDisk();
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        disk.OnFlush = number =>
        {
            if (number != 1) return;
            blocked.Set();
            release.Wait();
        };
        var seqs = new long[64];
        using (var journal = _folder.Open(openFile: disk.Open))
        {
            var threads = Enumerable.Range(0, 64).Select(i => new Thread(() => seqs[i] = Note(journal, Durability.Durable))).ToArray();
            threads[0].Start();
            blocked.Wait();
            foreach (var thread in threads[1..]) thread.Start();
            foreach (var thread in threads[1..]) SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            release.Set();
            foreach (var thread in threads) thread.Join();
        }

        // One flush for the first and one for all who waited; a few more if a thread was seen waiting for the lock only.
        Assert.InRange(disk.Flushes, 2, 8);
        Assert.Equal(Enumerable.Range(1, 64).Select(i => (long)i), seqs.Order());
        Assert.Equal((JournalVerdict.Ok, 64L), (_folder.Verify().Verdict, _folder.Verify().LastSeq));
    }

    [Fact]
    public void Append_64ThreadsOfMixedDurability_KeepTheChain()
    {
        using (var journal = _folder.Open())
        {
            var threads = Enumerable.Range(0, 64).Select(i => new Thread(() =>
            {
                for (var n = 0; n < 50; n++) Note(journal, (i + n) % 10 == 0 ? Durability.Durable : Durability.Buffered);
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
        }

        Assert.Equal((JournalVerdict.Ok, 3200L), (_folder.Verify().Verdict, _folder.Verify().LastSeq));
    }

    [Fact]
    public void Append_ClockSetBack_RepeatsTheTimeAndJournalsTheJumpOnce()
    {
        using (var journal = _folder.Open())
        {
            Note(journal);
            _folder.Clock.Now = _folder.Clock.Now.AddHours(-1);
            Assert.Equal(3, Note(journal));
            _folder.Clock.Now = _folder.Clock.Now.AddMinutes(1);
            Note(journal);
            _folder.Clock.Now = _folder.Clock.Now.AddHours(1);
            Note(journal);
        }

        var records = _folder.Records();
        Assert.Equal(["test.note", "clock.jump", "test.note", "test.note", "test.note"], records.Select(record => record.Type));
        Assert.Equal(["08:00", "08:00", "08:00", "08:00", "08:01"], records.Select(record => record.Time.ToString("HH:mm", CultureInfo.InvariantCulture)));
        Assert.Equal("{\"from\":\"2026-01-05T08:00:00.000Z\",\"to\":\"2026-01-05T07:00:00.000Z\"}", records[1].Payload.GetRawText());
    }

    [Fact]
    public void Open_ClockBehindTheLastRecord_JournalsTheJump()
    {
        _folder.Fill(1);
        _folder.Clock.Now = _folder.Clock.Now.AddDays(-2);

        using (var journal = _folder.Open()) Note(journal, Durability.Durable);

        Assert.Equal(["test.note", "clock.jump", "test.note"], _folder.Types());
    }

    [Fact]
    public void Append_NewUtcDay_ClosesTheSegmentAndContinuesTheChain()
    {
        using (var journal = _folder.Open())
        {
            _folder.Clock.Now = new DateTime(2026, 1, 5, 23, 59, 59, 999, DateTimeKind.Utc);
            Note(journal);
            Note(journal);
            _folder.Clock.Now = _folder.Clock.Now.AddMilliseconds(1);
            Note(journal);
            Note(journal, Durability.Durable);
        }

        Assert.Equal(2, File.ReadAllLines(_folder["audit-2026-01-05.jsonl"]).Length);
        Assert.Equal(2, File.ReadAllLines(_folder.Journal).Length);
        Assert.Equal((JournalVerdict.Ok, 4L), (_folder.Verify().Verdict, _folder.Verify().LastSeq));
    }

    [Fact]
    public void Open_OnALaterDay_ClosesTheSegmentAtTheFirstRecord()
    {
        _folder.Fill(2);
        _folder.Clock.Now = _folder.Clock.Now.AddDays(3);

        using (var journal = _folder.Open())
        {
            Assert.False(File.Exists(_folder["audit-2026-01-05.jsonl"]));
            Note(journal, Durability.Durable);
        }

        Assert.Equal(2, File.ReadAllLines(_folder["audit-2026-01-05.jsonl"]).Length);
        Assert.Equal(3, _folder.Verify().LastSeq);
    }

    [Fact]
    public void Open_KilledBetweenRenameAndNewSegment_ContinuesTheChain()
    {
        _folder.Fill(2);
        File.Move(_folder.Journal, _folder["audit-2026-01-05.jsonl"]);
        _folder.Clock.Now = _folder.Clock.Now.AddDays(1);

        using (var journal = _folder.Open()) Assert.Equal(3, Note(journal, Durability.Durable));

        Assert.Equal(0, _folder.Verify().ExitCode);
    }

    [Fact]
    public void Append_AfterDisposal_IsRefused()
    {
        var journal = _folder.Open();
        journal.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Note(journal));
    }

    private static long Note(AuditJournal journal, Durability durability = Durability.Buffered) =>
        journal.Append("host", "test.note", new JournalPayload { ["text"] = "x" }, durability);
}
