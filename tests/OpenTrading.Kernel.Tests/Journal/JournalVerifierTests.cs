using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class JournalVerifierTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Verify_IntactFolderOfSeveralDays_IsOk()
    {
        FillDays();

        var verification = _folder.Verify();

        Assert.Equal((0, 12L, 12L), (verification.ExitCode, verification.Records, verification.LastSeq));
        Assert.Equal(_folder.Records()[^1].Hash, verification.LastHash);
        Assert.Null(verification.Fault);
    }

    [Fact]
    public void Verify_OneBitFlippedAnywhere_IsFound()
    {
        FillDays();
        var files = JournalReader.Files(_folder.Root);
        var sizes = files.Select(file => (int)new FileInfo(file).Length).ToArray();
        var flips = Gen.Choose(0, sizes.Sum() - 1).SelectMany(at => Gen.Choose(0, 7).Select(bit => (at, bit)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20260105, 1), Prop.ForAll(flips.ToArbitrary(), flip =>
        {
            var (file, at) = (0, flip.at);
            while (at >= sizes[file]) at -= sizes[file++];
            var intact = File.ReadAllBytes(files[file]);
            Flip(files[file], at, flip.bit);
            var verification = _folder.Verify();
            File.WriteAllBytes(files[file], intact);
            return verification.Verdict != JournalVerdict.Ok && verification.Fault!.File == files[file];
        }));
        Assert.Equal(JournalVerdict.Ok, _folder.Verify().Verdict);
    }

    [Fact]
    public void Verify_EveryBitOfTheLastLineFlipped_IsFound()
    {
        _folder.Fill(3);
        var intact = File.ReadAllBytes(_folder.Journal);
        var lastLine = intact.AsSpan(0, intact.Length - 1).LastIndexOf((byte)'\n') + 1;

        for (var at = lastLine; at < intact.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                File.WriteAllBytes(_folder.Journal, intact);
                Flip(_folder.Journal, at, bit);
                var expected = at == intact.Length - 1 ? JournalVerdict.TornTail : JournalVerdict.Broken;
                Assert.Equal(expected, _folder.Verify().Verdict);
            }
        }
    }

    [Fact]
    public void Verify_OldRecordChanged_NamesSeqFileAndLine()
    {
        FillDays();
        var file = _folder["audit-2026-01-06.jsonl"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"n\":5", "\"n\":6", StringComparison.Ordinal));

        var verification = _folder.Verify();

        Assert.Equal((2, 4L), (verification.ExitCode, verification.LastSeq));
        Assert.Equal((5L, 1L, 0L, file), (verification.Fault!.Seq, verification.Fault.Line, verification.Fault.Offset, verification.Fault.File));
        Assert.Contains("its content hashes to", verification.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove", "its seq is 3, expected 2")]
    [InlineData("repeat", "its seq is 2, expected 3")]
    [InlineData("swap", "its seq is 3, expected 2")]
    [InlineData("insert space", "expected {\"actor\": at byte 1")]
    [InlineData("empty line", "expected {\"actor\": at byte 1")]
    public void Verify_LinesTamperedWith_AreFound(string how, string reason)
    {
        _folder.Fill(4);
        var lines = _folder.Text().TrimEnd('\n').Split('\n').ToList();
        switch (how)
        {
            case "remove": lines.RemoveAt(1); break;
            case "repeat": lines.Insert(2, lines[1]); break;
            case "swap": (lines[1], lines[2]) = (lines[2], lines[1]); break;
            case "insert space": lines[1] = " " + lines[1]; break;
            default: lines.Insert(1, ""); break;
        }
        File.WriteAllText(_folder.Journal, string.Join('\n', lines) + "\n");

        var verification = _folder.Verify();

        Assert.Equal(JournalVerdict.Broken, verification.Verdict);
        Assert.Equal(reason, verification.Fault!.Reason);
    }

    [Fact]
    public void Verify_ValidRecordOfAnotherJournal_BreaksTheChain()
    {
        _folder.Fill(3);
        using var other = new TestFolder();
        other.Clock.Now = other.Clock.Now.AddMinutes(1);
        other.Fill(4);
        File.AppendAllText(_folder.Journal, other.Text().Split('\n')[3] + "\n");

        Assert.Equal("its prevHash is not the hash of the record before", _folder.Verify().Fault!.Reason);
    }

    [Fact]
    public void Verify_TornTail_IsOneAndOpeningMendsIt()
    {
        _folder.Fill(3);
        File.AppendAllText(_folder.Journal, "{\"actor\":\"ho");

        Assert.Equal(1, _folder.Verify().ExitCode);
        _folder.Open().Dispose();

        Assert.Equal(0, _folder.Verify().ExitCode);
    }

    [Fact]
    public void Verify_ClosedSegmentWithoutLastLf_IsBroken()
    {
        FillDays();
        var segment = _folder["audit-2026-01-05.jsonl"];
        File.WriteAllText(segment, File.ReadAllText(segment).TrimEnd('\n'));

        var fault = _folder.Verify().Fault!;

        Assert.Equal((JournalFaultKind.Broken, 4L, 4L), (fault.Kind, fault.Seq, fault.Line));
    }

    [Fact]
    public void Verify_SegmentMissing_IsBroken()
    {
        FillDays();
        File.Delete(_folder["audit-2026-01-06.jsonl"]);

        Assert.Equal("its seq is 9, expected 5", _folder.Verify().Fault!.Reason);
    }

    [Fact]
    public void Verify_FirstSegmentMissing_IsBroken()
    {
        FillDays();
        File.Delete(_folder["audit-2026-01-05.jsonl"]);

        Assert.Equal("its seq is 5, expected 1", _folder.Verify().Fault!.Reason);
    }

    [Fact]
    public void Verify_OneLaterSegmentAlone_IsOk()
    {
        FillDays();

        var verification = JournalVerifier.Verify(_folder["audit-2026-01-06.jsonl"]);

        Assert.Equal((0, 4L, 8L), (verification.ExitCode, verification.Records, verification.LastSeq));
    }

    [Fact]
    public void Verify_ReplayJournalWithoutItsBeginning_IsBroken()
    {
        FillDays();
        File.Move(_folder["audit-2026-01-06.jsonl"], _folder["journal.jsonl"]);

        Assert.Equal("its seq is 5, expected 1", JournalVerifier.Verify(_folder["journal.jsonl"]).Fault!.Reason);
    }

    [Fact]
    public void Verify_FromSeq_LooksAtNothingBefore()
    {
        FillDays();
        Flip(_folder["audit-2026-01-05.jsonl"], 40, 0);

        Assert.Equal(2, _folder.Verify(fromSeq: 1).ExitCode);
        var later = _folder.Verify(fromSeq: 6);
        Assert.Equal((0, 7L, 12L), (later.ExitCode, later.Records, later.LastSeq));
    }

    [Fact]
    public void Verify_FromSeqBeyondTheEnd_IsBroken()
    {
        _folder.Fill(3);

        Assert.Equal("the journal ends before seq 4", _folder.Verify(fromSeq: 4).Fault!.Reason);
    }

    [Fact]
    public void Verify_NothingThere_IsUnreadable()
    {
        Assert.Equal(4, JournalVerifier.Verify(_folder["missing.jsonl"]).ExitCode);
        Assert.Equal(4, JournalVerifier.Verify(_folder["missing"]).ExitCode);
        Assert.Equal(4, _folder.Verify().ExitCode);
    }

    [Fact]
    public void Verify_TimeBeforeThatOfTheRecordBefore_IsBroken()
    {
        // A forger who recomputes the hashes still has to keep the order of time.
        var first = "{\"actor\":\"host\",\"payload\":{},\"prevHash\":\"" + new string('0', 64) + "\",\"seq\":1,\"time\":\"2026-01-05T08:00:01.000Z\",\"type\":\"a\"}";
        var firstHash = CanonicalHash.Of(CanonicalHash.AuditTag, Encoding.UTF8.GetBytes(first));
        var second = "{\"actor\":\"host\",\"payload\":{},\"prevHash\":\"" + firstHash + "\",\"seq\":2,\"time\":\"2026-01-05T08:00:00.999Z\",\"type\":\"a\"}";
        var secondHash = CanonicalHash.Of(CanonicalHash.AuditTag, Encoding.UTF8.GetBytes(second));
        File.WriteAllText(_folder.Journal, Sealed(first, firstHash) + Sealed(second, secondHash));

        var verification = _folder.Verify();

        Assert.Equal((2L, "its time is before that of the record before"), (verification.Fault!.Seq, verification.Fault.Reason));
    }

    [Fact]
    public void Read_BrokenLine_HandsOutThePrefixThenThrows()
    {
        _folder.Fill(5);
        File.WriteAllText(_folder.Journal, _folder.Text().Replace("\"n\":4", "\"n\":7", StringComparison.Ordinal));
        var read = new List<long>();

        var error = Assert.Throws<JournalException>(() =>
        {
            foreach (var record in JournalReader.Read(JournalReader.Files(_folder.Root))) read.Add(record.Seq);
        });

        Assert.Equal([1, 2, 3], read);
        Assert.Equal((4L, 4L), (error.Fault!.Seq, error.Fault.Line));
    }

    [Fact]
    public void Read_LineLongerThanAChunk_IsReadWhole()
    {
        using (var journal = _folder.Open())
        {
            for (var i = 0; i < 3; i++)
            {
                var texts = JournalArray.From(Enumerable.Range(0, 60), _ => new string('x', 4000));
                journal.Append("host", "test.note", new JournalPayload { ["list"] = texts }, Durability.Buffered);
            }
        }

        Assert.Equal([60, 60, 60], _folder.Records().Select(record => record.Payload.GetProperty("list").GetArrayLength()));
    }

    private static string Sealed(string record, string hash) =>
        record.Replace("\"payload\"", $"\"hash\":\"{hash}\",\"payload\"", StringComparison.Ordinal) + "\n";

    private static void Flip(string file, int at, int bit)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= (byte)(1 << bit);
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>Three days with four records each.</summary>
    private void FillDays()
    {
        using var journal = _folder.Open();
        for (var i = 1; i <= 12; i++)
        {
            journal.Append("host", "test.note", new JournalPayload { ["n"] = i, ["text"] = "é\n🛑" }, Durability.Buffered);
            if (i % 4 == 0) _folder.Clock.Now = _folder.Clock.Now.AddDays(1);
        }
    }
}
