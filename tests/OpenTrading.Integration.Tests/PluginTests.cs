using OpenTrading.Integration.Tests.Program;
using OpenTrading.Tests.Shared.Plugins;

namespace OpenTrading.Integration.Tests;

/// <summary>A plugin that cannot be loaded is named; everything else goes on without it.</summary>
public sealed class PluginTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Run_BrokenPlugin_IsNamedAndTheHostRuns()
    {
        BreakPlugin();
        using RunningHost host = _workspace.Start();

        string line = await host.LineWithAsync("not loaded: ");

        Assert.Contains(_workspace.InHome("plugins", "Broken", "Broken.dll"), line, StringComparison.Ordinal);
        await host.LineWithAsync("Ctrl+C");
        (await _workspace.RunAsync("stop")).RequireSuccess();
        Assert.Equal(0, (await host.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task ImportAndReplay_BrokenPlugin_IsNamedOnStandardErrorAndTheyWork()
    {
        BreakPlugin();
        _workspace.Write("bars.csv", BarFile.Waves(300));

        foreach (Outcome outcome in (Outcome[])[await _workspace.ImportAsync("bars.csv"), await _workspace.ReplayAsync()])
        {
            Assert.Equal(0, outcome.ExitCode);
            Assert.StartsWith($"not loaded: {_workspace.InHome("plugins", "Broken", "Broken.dll")}: it is no .NET assembly", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Replay_FolderWithoutItsAssembly_SaysWhatAPluginFolderIs()
    {
        Directory.CreateDirectory(_workspace.InHome("strategies", "Empty"));

        Outcome refused = await _workspace.RunAsync("doctor");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Empty.dll: it is not there; a plugin folder and its assembly have one name", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OneIdInBothFolders_TheSecondIsRefusedAsItWillBe()
    {
        const string source = "[Strategy(\"twin\")] public sealed class Twin : Strategy { public override void OnBar(StrategyContext context) { } }";
        string first = PluginCompiler.Drop(_workspace.InHome("plugins"), "Twin", source);
        string second = PluginCompiler.Drop(_workspace.InHome("strategies"), "Twin", source);

        Outcome refused = await _workspace.RunAsync("plugins", "verify");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"{second}: plugin id 'Twin' is taken by {first}; rename one.", refused.Output, StringComparison.Ordinal);
    }

    private void BreakPlugin() => _workspace.Write("home/plugins/Broken/Broken.dll", "not an assembly");
}
