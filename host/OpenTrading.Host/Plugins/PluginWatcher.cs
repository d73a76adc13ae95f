using System.Collections.Concurrent;
using System.Threading.Channels;

namespace OpenTrading.Host.Plugins;

/// <summary>Reloads plugins of the home as their files change. One copy raises several events: a plugin is read once it has been quiet for a moment.</summary>
internal sealed class PluginWatcher : IDisposable
{
    // A script is one file that an editor saves at once; a folder is copied file by file.
    private static readonly TimeSpan ScriptQuiet = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FolderQuiet = TimeSpan.FromMilliseconds(400);

    private readonly PluginSet _plugins;
    private readonly TimeProvider _time;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ConcurrentDictionary<string, ITimer> _pending = new(StringComparer.Ordinal);
    private readonly Channel<string> _due = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Begins to watch the home's folders.</summary>
    public PluginWatcher(PluginSet plugins, TimeProvider time)
    {
        (_plugins, _time) = (plugins, time);
        foreach (string folder in plugins.Roots.Own.Where(Directory.Exists))
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 1 << 16 };
            watcher.Changed += (_, e) => Touch(e.FullPath);
            watcher.Created += (_, e) => Touch(e.FullPath);
            watcher.Deleted += (_, e) => Touch(e.FullPath);
            watcher.Renamed += (_, e) =>
            {
                Touch(e.OldFullPath);
                Touch(e.FullPath);
            };

            // Events were lost: what changed is unknown, so everything is looked at again.
            watcher.Error += (_, _) => TouchAll();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }

        _ = Task.Run(ReloadAsync);
    }

    /// <summary>Ends it. A reload that is under way ends by itself.</summary>
    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
        {
            watcher.Dispose();
        }

        _due.Writer.TryComplete();
        foreach (ITimer timer in _pending.Values)
        {
            timer.Dispose();
        }
    }

    private void Touch(string path)
    {
        if (_plugins.Roots.Owner(path) is not { } id)
        {
            // A script that others load is none itself, but they change with it.
            if (Path.GetExtension(path) == PluginRoots.ScriptEnding)
            {
                TouchAll();
            }

            return;
        }

        TimeSpan quiet = Path.GetExtension(path) == PluginRoots.ScriptEnding ? ScriptQuiet : FolderQuiet;
        ITimer timer = _pending.GetOrAdd(id, key => _time.CreateTimer(_ => _due.Writer.TryWrite(key), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(quiet, Timeout.InfiniteTimeSpan);
    }

    private void TouchAll()
    {
        foreach (Plugin plugin in _plugins.Catalog.Plugins.Where(p => !p.File.IsShipped))
        {
            Touch(plugin.File.Path);
        }
    }

    private async Task ReloadAsync()
    {
        await foreach (string id in _due.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                _plugins.Reload(id);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The folder changes while it is listed, and the change raises another event; one that cannot be read is worth a line.
                _plugins.Fail(id, PluginFault.Describe(e), needsRestart: false);
            }
        }
    }
}
