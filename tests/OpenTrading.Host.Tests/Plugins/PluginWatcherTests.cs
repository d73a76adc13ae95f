using OpenTrading.Host.Plugins;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class PluginWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PluginFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Watch_FolderReplacedFileByFile_OneReloadWithTheWhole()
    {
        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.1"), library: ("Part", "public static class Part;"));
        using PluginSet plugins = _folder.Load();
        var changes = new Changes(plugins);
        using var watcher = new PluginWatcher(plugins, TimeProvider.System);

        _folder.Drop("Mine", PluginFolder.Buyer("mine", "0.2"), library: ("Part", "public static class Part;"));

        Assert.True((await changes.Next()).HasTakenEffect);
        Assert.Equal(0.2, StrategyRun.Confidence(plugins, "mine"), 12);
    }

    [Fact]
    public async Task Watch_FolderDroppedInAndDeleted_JoinsAndLeaves()
    {
        using PluginSet plugins = _folder.Load();
        var changes = new Changes(plugins);
        using var watcher = new PluginWatcher(plugins, TimeProvider.System);

        string main = _folder.Drop("Late", PluginFolder.Buyer("late"));
        Assert.Equal("Late", (await changes.Next()).Next!.Id);

        Directory.Delete(Path.GetDirectoryName(main)!, recursive: true);
        Assert.Null((await changes.Next()).Next);
        Assert.Empty(plugins.Catalog.Plugins);
    }

    private sealed class Changes
    {
        private readonly System.Threading.Channels.Channel<PluginChange> _seen = System.Threading.Channels.Channel.CreateUnbounded<PluginChange>();

        public Changes(PluginSet plugins) => plugins.Changed += change => _seen.Writer.TryWrite(change);

        public async Task<PluginChange> Next() => await _seen.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }
}
