using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Tests.Journal;

namespace OpenTrading.Kernel.Tests.Risk;

public sealed class JournaledKillTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Level_AsTheJournalTells_IsTheHighestSinceTheLastRearm()
    {
        using (AuditJournal journal = _folder.Open())
        {
            KillSwitch kill = KillSwitch.Open(_folder.Root, journal, _folder.Clock, isFirstStart: true, initialLevel: 0);
            kill.Tighten(3, "operator:o", "news");
            await kill.RearmAsync("operator:o", "checked");
            kill.Tighten(2, "operator:o", "news");
        }

        Assert.Equal(2, Read());
    }

    [Fact]
    public void Level_OfADropFile_IsNotRemembered()
    {
        using (AuditJournal journal = _folder.Open())
        {
            KillSwitch kill = KillSwitch.Open(_folder.Root, journal, _folder.Clock, isFirstStart: true, initialLevel: 0);
            File.WriteAllText(_folder[KillSwitch.DropFileName], "flatten");
            kill.Poll();
        }

        Assert.Equal(["kill.activated"], _folder.Types());
        Assert.Equal(0, Read());
    }

    private int Read()
    {
        var level = new JournaledKill();
        _folder.Records().ForEach(level.Apply);
        return level.Level;
    }
}
