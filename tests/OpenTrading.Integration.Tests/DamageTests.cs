using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>Stores and journals that are locked, corrupt, full or read-only: said in one line, and nothing is lost by it.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Import_LockedStore_IsRefused()
    {
        await ImportAsync();
        string lockFile = _workspace.InHome("store", "writer.lock");
        using (new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Outcome refused = await _workspace.ImportAsync("bars.csv");

            Assert.Equal(3, refused.ExitCode);
            Assert.Contains("the store is being written by process ", refused.Complaint, StringComparison.Ordinal);
            Assert.Contains("Wait until it has finished", refused.Complaint, StringComparison.Ordinal);
        }

        (await _workspace.ImportAsync("bars.csv")).RequireSuccess();
    }

    [Fact]
    public async Task Replay_CorruptSeries_IsRefusedAndNamesTheFile()
    {
        await ImportAsync();
        string series = Series();
        Workspace.Damage(series, -1000);

        Outcome refused = await _workspace.ReplayAsync();
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains(series, refused.Complaint, StringComparison.Ordinal);
        Assert.Contains("import bars.csv again", refused.Complaint, StringComparison.Ordinal);

        Outcome check = await _workspace.RunAsync("data", "check");
        Assert.Equal(3, check.ExitCode);
        Assert.Contains(series, Assert.Single(check.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataList_CorruptHeader_NamesTheFile()
    {
        await ImportAsync();
        Workspace.Damage(Series(), 20);

        Outcome list = await _workspace.RunAsync("data", "list");

        Assert.Equal(3, list.ExitCode);
        Assert.Contains("the stored series is corrupt", list.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("replay --symbol EURUSD --timeframe H1 --strategy sma-cross")]
    public async Task Command_CorruptJournal_IsRefusedAndLeavesItAsEvidence(string command)
    {
        await ImportAsync();
        (await _workspace.ReplayAsync()).RequireSuccess();
        (await _workspace.ReplayAsync()).RequireSuccess();
        string journal = _workspace.InHome("audit", "audit.jsonl");
        Workspace.Damage(journal, 100);
        byte[] evidence = await File.ReadAllBytesAsync(journal);

        Outcome refused = await _workspace.RunAsync(command.Split(' '));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"{journal}:1: seq 1 is broken", refused.Complaint, StringComparison.Ordinal);
        Assert.Equal(evidence, await File.ReadAllBytesAsync(journal));
    }

    [MountFact]
    public async Task Import_FullDisk_IsRefusedAndKeepsWhatWasStored()
    {
        _workspace.Write("bars.csv", BarFile.Waves(200));
        _workspace.Write("big.csv", BarFile.Waves(60_000));

        Outcome[] outcomes = await _workspace.RunMountedAsync(
            "mount -t tmpfs -o size=1m tmpfs home",
            "import bars.csv --symbol EURUSD --timeframe H1",
            "import big.csv --symbol EURUSD --timeframe H1 --replace",
            "data check",
            "run");

        outcomes[0].RequireSuccess();
        Assert.Equal(3, outcomes[1].ExitCode);
        Assert.Contains("what was stored before is untouched. Free space", outcomes[1].Complaint, StringComparison.Ordinal);
        Assert.Matches(@"EURUSD H1\s+hold\s+200\s", outcomes[2].RequireSuccess().Output);
        Assert.Equal(1, outcomes[3].ExitCode);
        Assert.Contains("No space left on device", outcomes[3].Complaint, StringComparison.Ordinal);
    }

    [MountFact]
    public async Task Command_ReadOnlyHome_IsRefused()
    {
        await ImportAsync();
        (await _workspace.ReplayAsync()).RequireSuccess();

        Outcome[] outcomes = await _workspace.RunMountedAsync(
            "mount --bind home home && mount -o remount,bind,ro home",
            "import bars.csv --symbol EURUSD --timeframe H1",
            "run",
            "replay --symbol EURUSD --timeframe H1 --strategy sma-cross",
            "data list",
            "doctor");

        Assert.All(outcomes.Take(3), refused =>
        {
            Assert.NotEqual(0, refused.ExitCode);
            Assert.Contains("ead-only", refused.Complaint, StringComparison.Ordinal);
        });
        Assert.Contains("EURUSD H1", outcomes[3].RequireSuccess().Output, StringComparison.Ordinal);
        Assert.Matches("FAULT +home ", outcomes[4].Output);
    }

    private async Task ImportAsync() => (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(200)))).RequireSuccess();

    private string Series() => Assert.Single(Directory.GetFiles(_workspace.InHome("store"), "*.series", SearchOption.AllDirectories));
}
