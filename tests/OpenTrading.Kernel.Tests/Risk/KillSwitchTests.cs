using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.Risk;

public sealed class KillSwitchTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly MemoryJournal _journal = new();
    private readonly TestClock _clock = new() { Now = Scene.Now };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Status_AfterARestart_IsTheSame()
    {
        Open().Tighten(2, "operator:o", "news");

        Assert.Equal(new KillStatus(2, Scene.Now, "operator:o", "news"), Open(isFirst: false).Status);
    }

    [Fact]
    public async Task Rearm_ThenRestart_IsOff()
    {
        KillSwitch kill = Open();
        kill.Tighten(1, "client:a", "why");
        await kill.RearmAsync("operator:o", "checked");

        Assert.Equal((0, 0), (kill.Level, Open(isFirst: false).Level));
        Assert.Equal(["kill.activated", "kill.rearmed"], _journal.Types);
    }

    [Fact]
    public async Task Rearm_TightenedMeanwhile_StaysTight()
    {
        KillSwitch kill = Open();
        kill.Tighten(1, "client:a", "why");
        _journal.Appended = type =>
        {
            if (type == "kill.rearmed")
            {
                kill.Tighten(1, "client:b", "again");
            }
        };

        await kill.RearmAsync("operator:o", "checked");

        Assert.Equal((1, 1), (kill.Level, Open(isFirst: false).Level));
    }

    [Fact]
    public async Task Rearm_JournalFails_StaysTight()
    {
        KillSwitch kill = Open();
        kill.Tighten(1, "client:a", "why");
        _journal.Appended = _ => throw new InvalidOperationException("disk");

        await Assert.ThrowsAsync<InvalidOperationException>(() => kill.RearmAsync("operator:o", "checked"));
        Assert.Equal(1, kill.Level);
    }

    [Fact]
    public async Task Rearm_WhileBrakesElsewhereAreLetGo_IsTightStill()
    {
        KillSwitch kill = Open();
        kill.Tighten(1, "client:a", "why");
        (int Level, int AfterARestart, bool IsLettingGo, long Record) seen = default;

        await kill.RearmAsync("operator:o", "checked", record =>
        {
            seen = (kill.Level, Open(isFirst: false).Level, kill.IsLettingGo, record);
            return Task.CompletedTask;
        });

        Assert.Equal((1, 1, true, 2L), seen);
        Assert.Equal((0, false), (kill.Level, kill.IsLettingGo));
    }

    [Fact]
    public void Poll_DropFile_HoldsWhileItLiesThere()
    {
        KillSwitch kill = Open();
        string drop = Path.Combine(_folder.Root, "KILL");
        File.WriteAllText(drop, "flatten");
        kill.Poll();
        Assert.Equal((3, "operator:file", true), (kill.Level, kill.Status.By, kill.IsDropped));

        File.Delete(drop);
        kill.Poll();
        Assert.Equal((0, false), (kill.Level, kill.IsDropped));
    }

    [Fact]
    public void Open_AlteredFile_IsLevelOne()
    {
        Open();
        string file = Path.Combine(_folder.Root, "kill_switch.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("first start", "first stort", StringComparison.Ordinal));

        Assert.Equal((1, "kill switch file was altered"), (Open(isFirst: false).Level, Open(isFirst: false).Status.Reason));
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("", "cannot be read")]
    [InlineData("{\"level\":0}", "cannot be read")]
    [InlineData("[3]", "cannot be read")]
    public void Open_FileDeletedOrCorrupt_IsLevelOne(string? content, string why)
    {
        Open();
        string file = Path.Combine(_folder.Root, "kill_switch.json");
        File.Delete(file);
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        KillSwitch again = Open(isFirst: false);

        Assert.Equal((1, $"kill switch file {why}"), (again.Level, again.Status.Reason));
        Assert.Equal(1, Open(isFirst: false).Level);
    }

    [Fact]
    public async Task Tighten_FileCannotBeWritten_HoldsIsJournaledAndComesBackFromTheJournal()
    {
        KillSwitch kill = Open();
        using (Obstruct())
        {
            kill.Tighten(2, "operator:o", "news");

            Assert.Equal((2, 2), (kill.Level, _journal.Single("kill.activated").GetProperty("level").GetInt32()));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => kill.RearmAsync("operator:o", "checked"));
            Assert.Equal(2, kill.Level);
        }

        Assert.Equal((0, 2), (Open(isFirst: false).Level, Open(isFirst: false, journaled: 2).Level));
        Assert.Equal(2, Open(isFirst: false).Level);
    }

    // A folder in the place of the file that is written before it is renamed: for everybody, root too, as good as a read-only disk.
    private Obstacle Obstruct() => new(Path.Combine(_folder.Root, "kill_switch.json.unfinished"));

    private KillSwitch Open(bool isFirst = true, int journaled = 0) => KillSwitch.Open(_folder.Root, _journal, _clock, isFirst, initialLevel: 0, journaled);

    private sealed class Obstacle : IDisposable
    {
        private readonly string _path;

        public Obstacle(string path) => Directory.CreateDirectory(_path = path);

        public void Dispose() => Directory.Delete(_path);
    }
}
