using System.Security.Cryptography;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Tests.Journal;

public sealed class TornTailTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_TornTail_SetsItsBytesAsideAndJournalsThem()
    {
        _folder.Fill(2);
        var whole = File.ReadAllBytes(_folder.Journal);
        byte[] torn = [.. "{\"actor\":\"host\",\"has"u8, 0xE2, 0x82];
        File.WriteAllBytes(_folder.Journal, [.. whole, .. torn]);

        _folder.Open().Dispose();

        var name = Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Root, "*.torn")));
        Assert.Equal("audit-20260105T080002000Z.torn", name);
        Assert.Equal(torn, File.ReadAllBytes(_folder[name]));
        Assert.Equal(whole, File.ReadAllBytes(_folder.Journal)[..whole.Length]);
        var record = _folder.Records()[2];
        Assert.Equal(("host", "audit.torn", 3L), (record.Actor, record.Type, record.Seq));
        Assert.Equal(
            $"{{\"bytes\":{torn.Length},\"file\":\"{name}\",\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(torn))}\"}}",
            record.Payload.GetRawText());
    }

    [Fact]
    public void Open_LastLineWholeButForItsLf_IsTorn()
    {
        _folder.Fill(2);
        File.WriteAllText(_folder.Journal, _folder.Text().TrimEnd('\n'));

        _folder.Open().Dispose();

        Assert.Equal(["test.note", "audit.torn"], _folder.Types());
    }

    [Fact]
    public void Open_TornTwiceAtTheSameInstant_KeepsBoth()
    {
        _folder.Fill(1);
        File.AppendAllText(_folder.Journal, "first");
        _folder.Open().Dispose();
        File.AppendAllText(_folder.Journal, "second");
        _folder.Open().Dispose();

        Assert.Equal(["first", "second"], Directory.GetFiles(_folder.Root, "*.torn").Select(File.ReadAllText).Order());
        Assert.Equal(0, _folder.Verify().ExitCode);
    }

    [Fact]
    public void Open_KilledAtEveryByteOfTheLastTwoRecords_LosesNoCompleteRecord()
    {
        _folder.Fill(4);
        var whole = File.ReadAllBytes(_folder.Journal);
        var ends = Enumerable.Range(0, whole.Length).Where(at => whole[at] == '\n').Select(at => at + 1).ToArray();

        for (var length = ends[1]; length <= whole.Length; length++)
        {
            File.WriteAllBytes(_folder.Journal, whole[..length]);
            using (var journal = _folder.Open())
                journal.Append("host", "test.resumed", new JournalPayload(), Durability.Durable);

            var complete = ends.Count(end => end <= length);
            string[] expected = [.. Enumerable.Repeat("test.note", complete), .. ends.Contains(length) ? Array.Empty<string>() : ["audit.torn"], "test.resumed"];
            Assert.Equal(expected, _folder.Types());
            Assert.Equal(whole[..ends[complete - 1]], File.ReadAllBytes(_folder.Journal)[..ends[complete - 1]]);
            foreach (var torn in Directory.GetFiles(_folder.Root, "*.torn")) File.Delete(torn);
        }
    }
}
