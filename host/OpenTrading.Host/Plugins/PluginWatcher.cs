using System.Collections.Concurrent;
using System.Threading.Channels;
using OpenTrading.Host.Plugins.Scripts;

namespace OpenTrading.Host.Plugins;

/// <summary>Reloads plugins of the home as their files change. One copy raises several events: a plugin is read once it has been quiet for a moment.</summary>
internal sealed class PluginWatcher : IDisposable
{
    // No plugin has an empty name.
    private const string Everything = "";

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

            // Events were lost: what changed is unknown.
            watcher.Error += (_, _) => CatchUp();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }

        _ = Task.Run(ReloadAsync);
    }

    /// <summary>Also reloads what changed before it began to watch: that raised no event.</summary>
    public void CatchUp() => Await(Everything, FolderQuiet);

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
        bool isScript = Path.GetExtension(path) == PluginRoots.ScriptEnding;
        if (_plugins.Roots.Owner(path) is { } id)
        {
            Await(id, isScript ? ScriptQuiet : FolderQuiet);
        }
        else if (PluginRoots.IsScriptFolder(path))
        {
            // Files that came with the folder itself raise no events of their own.
            CatchUp();
        }

        if (isScript)
        {
            foreach (Plugin script in _plugins.Catalog.Plugins.Where(p => IsMadeOf(p, path)))
            {
                Await(script.Id, ScriptQuiet);
            }
        }
    }

    // One that is not in order may have been waiting for the file. One that failed while it ran has not: it waits for its author.
    private static bool IsMadeOf(Plugin plugin, string path) =>
        plugin.File is { IsShipped: false, Kind: PluginKind.Script }
        && (plugin.Sources.Contains(path, ScriptReader.PathComparer) || (plugin.Why.Length > 0 && plugin.State != PluginState.Disabled));

    private void Await(string id, TimeSpan quiet)
    {
        ITimer timer = _pending.GetOrAdd(id, key => _time.CreateTimer(_ => _due.Writer.TryWrite(key), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(quiet, Timeout.InfiniteTimeSpan);
    }

    private async Task ReloadAsync()
    {
        await foreach (string due in _due.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (string id in due == Everything ? Changed() : [due])
            {
                Reload(id);
            }
        }
    }

    private string[] Changed()
    {
        try
        {
            IEnumerable<PluginFile> files = _plugins.Catalog.Plugins.Select(p => p.File).Concat(_plugins.Roots.Find());
            return [.. files.Where(f => !f.IsShipped).Select(f => f.Id).Distinct().Where(id => !_plugins.IsAsRead(id))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder changes while it is listed; the change raises an event.
            return [];
        }
    }

    private void Reload(string id)
    {
        try
        {
            _plugins.Reload(id);
        }
#pragma warning disable CA1031 // Whatever goes wrong with one plugin, the others are still watched.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // As a rule the folder changed while it was listed, and the change raises another event; one that cannot be read is worth a line.
            _plugins.Fail(id, PluginFault.Describe(e), needsRestart: false);
        }
    }
}
