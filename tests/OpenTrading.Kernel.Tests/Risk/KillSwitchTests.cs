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
    public void Rearm_ThenRestart_IsOff()
    {
        KillSwitch kill = Open();
        kill.Tighten(1, "client:a", "why");
        kill.Rearm("operator:o", "checked");

        Assert.Equal((0, 0), (kill.Level, Open(isFirst: false).Level));
        Assert.Equal(["kill.activated", "kill.rearmed"], _journal.Types);
    }

    [Fact]
    public void Rearm_TightenedMeanwhile_StaysTight()
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

        kill.Rearm("operator:o", "checked");

        Assert.Equal((1, 1), (kill.Level, Open(isFirst: false).Level));
    }

    [Fact]
    public void Rearm_JournalFails_StaysTight()
    {
        KillSwitch kill = Open();
        kill.Tighten(1, "client:a", "why");
        _journal.Appended = _ => throw new InvalidOperationException("disk");

        Assert.Throws<InvalidOperationException>(() => kill.Rearm("operator:o", "checked"));
        Assert.Equal(1, kill.Level);
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

    private KillSwitch Open(bool isFirst = true) => KillSwitch.Open(_folder.Root, _journal, _clock, isFirst, initialLevel: 0);
}
