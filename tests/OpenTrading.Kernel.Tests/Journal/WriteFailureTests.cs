using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class WriteFailureTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestDisk _disk = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Append_DiskFullAtTheNthWrite_LosesNothingStoredAndFails(int n)
    {
        _disk.OnWrite = number => { if (number == n) throw Full(); };
        var failures = new List<JournalException>();
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            journal.Failed += failures.Add;
            for (var i = 1; i < n; i++) Assert.Equal(i, Append(journal, "test.stored", Durability.Durable));

            var refusal = Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
            Assert.Contains("No space left on device", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(JournalState.Failed, journal.State);
            Assert.Equal(journal.Failure, Assert.Single(failures));
        }

        Assert.Equal([.. Enumerable.Repeat("test.stored", n - 1), "audit.write_failed"], _folder.Types());
    }

    [Fact]
    public void Append_AfterAFailure_TakesProtectiveRecordsOnly()
    {
        _disk.OnWrite = number => { if (number == 2) throw Full(); };
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            Append(journal, "test.stored", Durability.Durable);
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));

            Assert.False(File.Exists(_folder["reserve.bin"]));
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Buffered));
            Assert.Equal(3, Append(journal, "kill.activated", Durability.Protective));
        }

        Assert.Equal(["test.stored", "audit.write_failed", "kill.activated"], _folder.Types());
    }

    [Fact]
    public void Append_ProtectiveRecordMeetsTheFailure_IsWrittenFromTheReserve()
    {
        _disk.OnWrite = number => { if (number == 1) throw Full(); };
        using (var journal = _folder.Open(openFile: _disk.Open)) Assert.Equal(2, Append(journal, "kill.activated", Durability.Protective));

        Assert.Equal(["audit.write_failed", "kill.activated"], _folder.Types());
    }

    [Fact]
    public void Append_ReserveGoneToo_RefusesAndKeepsTheChain()
    {
        _disk.OnWrite = number => { if (number >= 2) throw Full(); };
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            Append(journal, "test.stored", Durability.Durable);
            for (var i = 0; i < 3; i++) Assert.Throws<JournalException>(() => Append(journal, "kill.activated", Durability.Protective));
        }

        Assert.Equal(["test.stored"], _folder.Types());
        Assert.Equal(0, _folder.Verify().ExitCode);
    }

    [Fact]
    public void Append_DiskRefusesEvenToCut_LeavesATornTailThatTheNextStartMends()
    {
        _disk.OnWrite = number => { if (number >= 2) throw Full(); };
        _disk.OnTruncate = () => throw new IOException("Input/output error");
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            Append(journal, "test.stored", Durability.Durable);
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
            Assert.Throws<JournalException>(() => Append(journal, "kill.activated", Durability.Protective));
        }

        Assert.Equal(1, _folder.Verify().ExitCode);
        _folder.Open().Dispose();
        Assert.Equal(["test.stored", "audit.torn"], _folder.Types());
    }

    [Fact]
    public void Append_FlushFails_LeavesNoRecordThatWasRefused()
    {
        _disk.OnFlush = number => { if (number == 2) throw new IOException("Input/output error"); };
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            Append(journal, "test.stored", Durability.Durable);
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
        }

        Assert.Equal(["test.stored", "audit.write_failed"], _folder.Types());
    }

    [Fact]
    public void Append_BufferedRecordsLostWithTheFailure_AreCounted()
    {
        _disk.OnWrite = number => { if (number == 1) throw Full(); };
        var failed = 0;
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            journal.Failed += _ => failed++;
            for (var i = 0; i < 3; i++) Append(journal, "test.buffered", Durability.Buffered);
            _folder.Clock.Fire();
            Assert.Equal(JournalState.Failed, journal.State);
        }

        Assert.Equal(1, failed);
        Assert.Equal("{\"error\":\"No space left on device\",\"lost\":3}", Assert.Single(_folder.Records()).Payload.GetRawText());
    }

    [Fact]
    public void Append_OrderedRecordIsLost_NoDurableOneFollows()
    {
        _disk.OnFlush = number => { if (number == 1) throw new IOException("Input/output error"); };
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            Append(journal, "test.ordered", Durability.Ordered);
            _folder.Clock.Fire();

            Assert.Throws<JournalException>(() => Append(journal, "test.ordered", Durability.Ordered));
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
        }

        Assert.Equal(["audit.write_failed"], _folder.Types());
    }

    [Fact]
    public void Flush_NotEvenTheReserveHasRoomForTheListener_EndsNobody()
    {
        _disk.OnWrite = _ => throw new IOException("No space left on device");
        int told = 0;
        using var journal = _folder.Open(openFile: _disk.Open);
        journal.Failed += _ =>
        {
            told++;
            Append(journal, "test.protective", Durability.Protective);
        };
        Append(journal, "test.buffered", Durability.Buffered);

        _folder.Clock.Fire();

        Assert.True(told > 0);
        Assert.Equal(JournalState.Failed, journal.State);
        Assert.Throws<JournalException>(() => Append(journal, "test.protective", Durability.Protective));
    }

    [Fact]
    public void Failed_HandlerAppendsProtectiveRecord_IsStored()
    {
        _disk.OnWrite = number => { if (number == 1) throw Full(); };
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            journal.Failed += _ => Append(journal, "kill.activated", Durability.Protective);
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
        }

        Assert.Equal(["audit.write_failed", "kill.activated"], _folder.Types());
    }

    [Fact]
    public void Dispose_DiskFull_RaisesFailed()
    {
        _disk.OnWrite = _ => throw Full();
        var failures = new List<JournalException>();
        var journal = _folder.Open(openFile: _disk.Open);
        journal.Failed += failures.Add;
        Append(journal, "test.buffered", Durability.Buffered);

        journal.Dispose();

        Assert.Contains("1 records not yet on disk are lost", Assert.Single(failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_ThreadsWaitingWhenTheWriteFails_AreAllRefused()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        _disk.OnWrite = number =>
        {
            if (number != 1) return;
            blocked.Set();
            release.Wait();
            throw Full();
        };
        var refused = 0;
        using (var journal = _folder.Open(openFile: _disk.Open))
        {
            var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
            {
                Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
                Interlocked.Increment(ref refused);
            })).ToArray();
            threads[0].Start();
            blocked.Wait();
            foreach (var thread in threads[1..]) thread.Start();
            foreach (var thread in threads[1..]) SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            release.Set();
            foreach (var thread in threads) thread.Join();
        }

        Assert.Equal(8, refused);
        Assert.Equal(["audit.write_failed"], _folder.Types());
    }

    [Fact]
    public void Append_NewDayCannotBeRenamed_FailsAndKeepsTheRecords()
    {
        File.WriteAllText(_folder["audit-2026-01-05.jsonl"], "");
        using (var journal = _folder.Open())
        {
            Append(journal, "test.stored", Durability.Buffered);
            _folder.Clock.Now = _folder.Clock.Now.AddDays(1);
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
            Append(journal, "kill.activated", Durability.Protective);
        }

        Assert.Equal(["test.stored", "audit.write_failed", "kill.activated"], _folder.Types());
    }

    [Fact]
    public void Open_AfterAFailure_StartsWithANewReserve()
    {
        _disk.OnWrite = number => { if (number == 1) throw Full(); };
        using (var journal = _folder.Open(openFile: _disk.Open))
            Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));

        using var next = _folder.Open();

        Assert.Equal(JournalState.Open, next.State);
        Assert.True(File.Exists(_folder["reserve.bin"]));
        Assert.Equal(2, Append(next, "host.started", Durability.Durable));
    }

    [Fact]
    public void Open_ReserveCannotBeAllocated_TakesProtectiveRecordsOnly()
    {
        // A folder in its place refuses the file as a full disk would.
        Directory.CreateDirectory(_folder["reserve.bin"]);
        using var journal = _folder.Open();

        Assert.Equal(JournalState.Failed, journal.State);
        Assert.Throws<JournalException>(() => Append(journal, "test.refused", Durability.Durable));
        Assert.Equal(2, Append(journal, "kill.activated", Durability.Protective));
    }

    private static long Append(AuditJournal journal, string type, Durability durability) =>
        journal.Append("host", type, new JournalPayload { ["text"] = "x" }, durability);

    private static IOException Full() => new("No space left on device");
}
