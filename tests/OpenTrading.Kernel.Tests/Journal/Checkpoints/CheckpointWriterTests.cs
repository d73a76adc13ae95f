using System.Security.Cryptography;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Checkpoints;
using OpenTrading.Kernel.Tests.Journal.Index;

namespace OpenTrading.Kernel.Tests.Journal.Checkpoints;

public sealed class CheckpointWriterTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_OverTwoDays_ACheckpointEvery1000RecordsAtTheDaysEndAndAtTheStop()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(2300);
            _folder.Clock.Now = _folder.Clock.Now.AddDays(1);
            journal.Append(800);
        }

        Assert.Equal([1000, 2000, 2300, 3000, 3100], Sizes());
        Assert.Equal((0, "5 checkpoints hold, the newest over 3100 records."), Verify());
    }

    [Fact]
    public void Open_AfterAKill_SignsWhatGrewUnsigned()
    {
        _folder.Fill(1500);

        using (new IndexedJournal(_folder))
        {
        }

        Assert.Equal([1500], Sizes());
    }

    [Fact]
    public void Open_NothingNew_SignsNothing()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(10);
        }

        using (new IndexedJournal(_folder))
        {
        }

        Assert.Equal([10], Sizes());
    }

    [Fact]
    public void Append_BehindALineThatACrashCut_BeginsALineOfItsOwn()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(10);
        }

        File.AppendAllText(_folder["checkpoints.jsonl"], "{\"checkpoint\":{\"ori");
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(5);
        }

        Assert.Equal([10, 15], Sizes());
    }

    [Fact]
    public void Verify_LastRecordsCutOffWithTheirChainIntact_Is3()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(1005);
        }

        string[] lines = File.ReadAllLines(_folder.Journal);
        File.WriteAllText(_folder.Journal, string.Join('\n', lines[..1001]) + "\n");

        Assert.Equal(0, _folder.Verify().ExitCode);
        Assert.Equal((3, "a checkpoint covers 1005 records, the journal has 1001: records are missing at its end. Restore it from a copy."), Verify());
    }

    [Fact]
    public void Verify_WholeJournalWrittenAnew_Is3()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(10);
        }

        File.Delete(_folder.Journal);
        _folder.Fill(10);

        Assert.Equal(0, _folder.Verify().ExitCode);
        (int code, string message) = Verify();
        Assert.Equal(3, code);
        Assert.StartsWith("the first 10 records are not those that were signed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SignedWithAnotherKey_Is3()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(10);
        }

        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (int code, string message) = Verify(forger);
        Assert.Equal(3, code);
        Assert.StartsWith("the signature of the checkpoint over 10 records is not by key", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_BrokenChain_Is2BeforeAnythingElse()
    {
        using (var journal = new IndexedJournal(_folder))
        {
            journal.Append(10);
        }

        File.WriteAllText(_folder.Journal, File.ReadAllText(_folder.Journal).Replace("\"n\":4", "\"n\":7", StringComparison.Ordinal));

        Assert.Equal(2, Verify().Code);
    }

    private long[] Sizes() => [.. CheckpointFile.Read(_folder.Root).Select(c => c.Checkpoint.Size)];

    private (int Code, string Message) Verify(ECDsa? key = null)
    {
        using ECDsa own = CheckpointKey.ReadPublic(File.ReadAllText(_folder[CheckpointKey.PublicFile]));
        JournalVerification found = JournalVerifier.Verify(_folder.Root, checkpoints: new CheckpointCheck(CheckpointFile.Read(_folder.Root), key ?? own));
        int own5 = found.Message.IndexOf(" checkpoints hold", StringComparison.Ordinal);
        return (found.ExitCode, own5 < 0 ? found.Message : found.Message[(found.Message.LastIndexOf(' ', own5 - 1) + 1)..]);
    }
}
