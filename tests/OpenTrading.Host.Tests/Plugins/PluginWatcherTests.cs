using System.Threading.Channels;
using OpenTrading.Host.Plugins;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Watch_FolderReplacedFileByFile_OneReloadWithTheWhole()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"), library: ("Part", "public static class Part;"));
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);

        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.2"), library: ("Part", "public static class Part;"));

        Assert.True((await watch.Next("Mine")).HasTakenEffect);
        Assert.Equal(0.2, StrategyRun.Confidence(plugins, "mine"), 12);
    }

    [Fact]
    public async Task Watch_FolderDroppedInAndDeleted_JoinsAndLeaves()
    {
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);

        string main = _folder.Drop("Late", PluginFolder.Buyer("late"));
        Assert.Equal("Late", (await watch.Next("Late")).Next!.Id);

        Directory.Delete(Path.GetDirectoryName(main)!, recursive: true);
        await watch.Next("Late", c => c.Next is null);
        Assert.Empty(plugins.Catalog.Plugins);
    }

    [Theory]
    [InlineData("_shared.csx")]
    [InlineData("lib/shared.csx")]
    [InlineData("other.csx")]
    public async Task Watch_AFileThatAScriptLoadsIsSaved_TheScriptChangesWithIt(string shared)
    {
        Script("mine.csx", $"#load \"{shared}\"\n" + PluginFolder.Buyer("mine", "Shared.Value"));
        Script("third.csx", PluginFolder.Buyer("third"));
        Script(shared, Shared("0.1"));
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);
        Plugin third = plugins.Catalog.Find("third")!;

        Script(shared, Shared("0.3"));

        await watch.Next("mine", c => c.HasTakenEffect);
        Assert.Equal(0.3, StrategyRun.Confidence(plugins, "mine"), 12);
        Assert.Same(third, plugins.Catalog.Find("third"));
    }

    [Fact]
    public async Task Watch_AMissingFileIsThereAtLast_TheScriptThatLoadsItIsTaken()
    {
        Script("mine.csx", "#load \"_shared.csx\"\n" + PluginFolder.Buyer("mine", "Shared.Value"));
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);
        Assert.Equal(PluginState.Refused, plugins.Catalog.Find("mine")!.State);

        Script("_shared.csx", Shared("0.4"));

        await watch.Next("mine", c => c.HasTakenEffect);
        Assert.Equal(0.4, StrategyRun.Confidence(plugins, "mine"), 12);
    }

    [Fact]
    public async Task Watch_AScriptThatFailed_WaitsForItsOwnFile()
    {
        Script("mine.csx", PluginFolder.Buyer("mine", "0.1"));
        Script("other.csx", PluginFolder.Buyer("other", "0.1"));
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);
        plugins.Fail("mine", "OnBar threw", needsRestart: false);

        Script("other.csx", PluginFolder.Buyer("other", "0.2"));
        await watch.Next("other", c => c.HasTakenEffect);
        Assert.Equal(PluginState.Disabled, plugins.Catalog.Find("mine")!.State);

        File.SetLastWriteTimeUtc(Path.Combine(_folder.Strategies, "scripts", "mine.csx"), DateTime.UnixEpoch);
        await watch.Next("mine", c => c.HasTakenEffect);
        Assert.Equal(PluginState.Loaded, plugins.Catalog.Find("mine")!.State);
    }

    [Fact]
    public async Task Watch_AFolderOfScriptsMovesIn_AllOfThemJoin()
    {
        string elsewhere = Path.Combine(Path.GetDirectoryName(_folder.Strategies)!, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        File.WriteAllText(Path.Combine(elsewhere, "one.csx"), PluginFolder.Buyer("one"));
        File.WriteAllText(Path.Combine(elsewhere, "two.csx"), PluginFolder.Buyer("two"));
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);

        Directory.Move(elsewhere, PluginRoots.ScriptsIn(_folder.Strategies));

        await watch.Next("two", c => c.HasTakenEffect);
        Assert.Equal(["one", "two"], plugins.Catalog.Strategies.Keys.Order());
    }

    [Fact]
    public async Task CatchUp_ChangedBeforeTheWatchBegan_IsReadAndOnlyThat()
    {
        Script("mine.csx", PluginFolder.Buyer("mine", "0.1"));
        Script("failed.csx", PluginFolder.Buyer("failed"));
        using PluginSet plugins = _folder.Load();
        plugins.Fail("failed", "OnBar threw", needsRestart: false);
        Script("mine.csx", PluginFolder.Buyer("mine", "0.2"));
        Script("new.csx", PluginFolder.Buyer("new"));
        using var watch = new Watch(plugins);

        watch.CatchUp();

        await watch.Next("new", c => c.HasTakenEffect);
        Assert.Equal(0.2, StrategyRun.Confidence(plugins, "mine"), 12);
        Assert.Equal(PluginState.Disabled, plugins.Catalog.Find("failed")!.State);
    }

    [Fact]
    public async Task Watch_AReloadThatFails_TheNextIsStillNoticed()
    {
        using PluginSet plugins = _folder.Load();
        using var watch = new Watch(plugins);
        plugins.Changed += change => _ = change.Id == "first" ? throw new InvalidOperationException("a listener failed") : change;

        Script("first.csx", PluginFolder.Buyer("first"));
        await watch.Next("first");
        Script("second.csx", PluginFolder.Buyer("second"));

        Assert.True((await watch.Next("second")).HasTakenEffect);
    }

    private static string Shared(string value) => $"public static class Shared {{ public const double Value = {value}; }}";

    private void Script(string name, string text)
    {
        string path = Path.Combine(_folder.Strategies, "scripts", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A watcher for which no time passes while files are being written.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly Channel<PluginChange> _seen = Channel.CreateUnbounded<PluginChange>();
        private readonly QuietTime _time = new();
        private readonly PluginWatcher _watcher;

        public Watch(PluginSet plugins)
        {
            plugins.Changed += change => _seen.Writer.TryWrite(change);
            _watcher = new PluginWatcher(plugins, _time);
        }

        public void CatchUp() => _watcher.CatchUp();

        /// <summary>Lets time pass until there is news of a plugin.</summary>
        public async Task<PluginChange> Next(string id, Func<PluginChange, bool>? isIt = null)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (true)
            {
                _time.Pass(TimeSpan.FromSeconds(1));
                while (_seen.Reader.TryRead(out PluginChange? change))
                {
                    if (change.Id == id && isIt?.Invoke(change) != false)
                    {
                        return change;
                    }
                }

                await Task.Delay(10, patience.Token);
            }
        }

        public void Dispose() => _watcher.Dispose();
    }
}
