using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Backtesting.Archive;

/// <summary>Kept runs: whole or not there, the newest of them.</summary>
public sealed class RunArchiveTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("runs-").FullName;

    private sealed record Card(string Text);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Add_ThenOpenedAgain_ReadsCardAndFiles()
    {
        string id = Id("bt_", 0);
        new RunArchive(_folder).Add(id, new Card("one"), folder => File.WriteAllText(Path.Combine(folder, "report.json"), "{}"));

        var opened = new RunArchive(_folder);

        Assert.Equal(new Card("one"), opened.Read<Card>(id));
        Assert.Equal("{}", File.ReadAllText(Path.Combine(opened.Find(id)!, "report.json")));
        Assert.Equal([id], opened.Ids("bt_"));
        Assert.Empty(opened.Ids("swp_"));
    }

    [Fact]
    public void Add_WritingFails_LeavesNothing()
    {
        var archive = new RunArchive(_folder);

        Assert.Throws<IOException>(() => archive.Add(Id("bt_", 0), new Card("one"), _ => throw new IOException("full")));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Open_AfterAKill_ClearsWhatWasHalfDone()
    {
        string half = Path.Combine(_folder, ".unfinished-" + Id("bt_", 0));
        Directory.CreateDirectory(half);
        File.WriteAllText(Path.Combine(half, "report.json"), "{");

        var archive = new RunArchive(_folder);

        Assert.Empty(archive.Ids("bt_"));
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public void Add_BeyondTheMost_LetsTheOldestGoWhateverTheirKind()
    {
        var archive = new RunArchive(_folder, most: 2);
        string[] ids = [Id("swp_", 0), Id("bt_", 1), Id("swp_", 2)];

        foreach (string id in ids)
        {
            archive.Add(id, new Card(id));
        }

        Assert.Equal([ids[1]], archive.Ids("bt_"));
        Assert.Equal([ids[2]], archive.Ids("swp_"));
        Assert.Null(archive.Read<Card>(ids[0]));
    }

    [Fact]
    public void Add_BeyondTheBytes_KeepsTheNewestAlone()
    {
        var archive = new RunArchive(_folder, mostBytes: 1000);
        string[] ids = [Id("bt_", 0), Id("bt_", 1)];

        foreach (string id in ids)
        {
            archive.Add(id, new Card(id), folder => File.WriteAllBytes(Path.Combine(folder, "report.json"), new byte[5000]));
        }

        Assert.Equal([ids[1]], archive.Ids("bt_"));
    }

    [Theory]
    [InlineData("../bt_0123456789ABCDEFGHJKMNPQRS")]
    [InlineData("bt_..")]
    [InlineData("bt_0123456789ABCDEFGHJKMNPQRS/..")]
    [InlineData("bt_0123456789abcdefghjkmnpqrs")]
    [InlineData("")]
    public void Find_WhatIsNoId_IsNothing(string id) => Assert.Null(new RunArchive(_folder).Find(id));

    [Fact]
    public void Read_CardThatIsTorn_IsNothing()
    {
        string id = Id("bt_", 0);
        var archive = new RunArchive(_folder);
        archive.Add(id, new Card("one"));
        File.WriteAllText(Path.Combine(archive.Find(id)!, RunArchive.CardFile), "{\"text\":");

        Assert.Null(archive.Read<Card>(id));
    }

    [Fact]
    public void TrialCounts_AddedAndOpenedAgain_AreTheSum()
    {
        string path = Path.Combine(_folder, "trials.json");
        var counts = new TrialCounts(path);
        counts.Add("a", 1);
        counts.Add("b", 200);
        counts.Add("a", 2);

        var opened = new TrialCounts(path);

        Assert.Equal((3, 200, 0), (opened.Of("a"), opened.Of("b"), opened.Of("c")));
    }

    private static string Id(string prefix, int minutes) => Ulid.New(prefix, Start.AddMinutes(minutes));
}
