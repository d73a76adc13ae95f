namespace OpenTrading.Host.Plugins;

/// <summary>The plugins of a host: loads them all, then one by one again as they change on disk.</summary>
/// <threadsafety>Safe. Changes happen one at a time; <see cref="Catalog"/> is a snapshot.</threadsafety>
internal sealed class PluginSet : IDisposable
{
    private readonly PluginRoots _roots;
    private readonly PluginLoader _loader;
    private readonly ShadowCopies _shadows;
    private readonly PluginSwitches? _switches;

    // Two locks, taken in this order: a change on disk asks the running session, and the running session reports failures.
    private readonly Lock _changing = new();
    private readonly Lock _swapping = new();
    private volatile PluginCatalog _catalog = PluginCatalog.Empty;

    /// <summary>Loads everything there is.</summary>
    /// <param name="roots">Where they lie.</param>
    /// <param name="loader">Loads one.</param>
    /// <param name="switches">Those that an operator switched off; null for none.</param>
    /// <param name="isLeftOut">Those that are not needed; null for none.</param>
    public PluginSet(PluginRoots roots, Func<ShadowCopies, PluginLoader> loader, PluginSwitches? switches = null, Func<PluginFile, bool>? isLeftOut = null)
    {
        (_roots, _switches) = (roots, switches);
        _shadows = new ShadowCopies();
        _loader = loader(_shadows);
        PluginFile[] files = [.. roots.Find()];
        var plugins = new Plugin[files.Length];
        Parallel.For(0, files.Length, i => plugins[i] = IsOff(files[i].Id) ? Off(files[i]) : isLeftOut?.Invoke(files[i]) == true ? LeftOut(files[i]) : _loader.Load(files[i]));
        foreach (Plugin plugin in plugins)
        {
            _catalog = _catalog.Joined(plugin);
        }
    }

    /// <summary>Told of every change after the start.</summary>
    public event Action<PluginChange>? Changed;

    /// <summary>Told of a plugin of which a part failed while it ran.</summary>
    public event Action<Plugin>? Failed;

    /// <summary>
    /// Hands what is running over from the old plugin to the next, before the old one is let go, and calls the third argument in the same turn. Answers
    /// with why it cannot; null when it can.
    /// </summary>
    public Func<Plugin?, Plugin?, Action, string?>? Handover { get; set; }

    public PluginCatalog Catalog => _catalog;

    public PluginRoots Roots => _roots;

    /// <summary>
    /// Brings a plugin into line with what is on disk; one that is as it was is not read further. What cannot be replaced, or is refused, leaves the
    /// old version in use.
    /// </summary>
    public PluginChange Reload(string id)
    {
        PluginChange change;
        lock (_changing)
        {
            Plugin? old = _catalog.Find(id);
            PluginFile? file = _roots.Find().FirstOrDefault(f => f.Id == id);
            change = file is null || IsOff(id) ? Drop(id, old, file)
                : old is not null && IsCurrent(old, file) ? Confirm(old)
                : Replace(old, _loader.Load(file));
        }

        if (!ReferenceEquals(change.Old, change.Next) || change.Why.Length > 0)
        {
            Changed?.Invoke(change);
        }

        return change;
    }

    /// <summary>Whether a plugin is what was last read of it, be it in use or not.</summary>
    public bool IsAsRead(string id)
    {
        Plugin? read = _catalog.Find(id);
        PluginFile? file = _roots.Find().FirstOrDefault(f => f.Id == id);
        return read?.File == file && (read is null || PluginLoader.Sha256Of(file!) == read.Sha256);
    }

    /// <summary>Switches a plugin on or off, also for later starts.</summary>
    /// <exception cref="InvalidOperationException">This set was made without switches.</exception>
    public PluginChange Switch(string id, bool isOn)
    {
        (_switches ?? throw new InvalidOperationException("These plugins have no switches.")).Set(id, isOn);
        return Reload(id);
    }

    /// <summary>Whether an operator switched a plugin off.</summary>
    public bool IsOff(string id) => _switches?.IsOff(id) == true;

    /// <summary>What a plugin on disk would be, apart from the one in use: checked, compiled and registered, then let go again.</summary>
    /// <returns>Null when there is none of that id.</returns>
    public Plugin? Try(string id)
    {
        lock (_changing)
        {
            if (_roots.Find().FirstOrDefault(f => f.Id == id) is not { } file)
            {
                return null;
            }

            Plugin tried = _loader.Load(file);
            string? conflict = tried.IsUsable ? new PluginCatalog([.. _catalog.Plugins.Where(p => p.Id != id)]).Conflict(tried) : null;
            tried.Unload();
            return tried with { Context = null, Shadow = null, Why = conflict ?? tried.Why };
        }
    }

    /// <summary>Looks at a plugin on disk and runs nothing of it.</summary>
    /// <returns>Null when there is none of that id.</returns>
    public Plugin? Examine(string id)
    {
        lock (_changing)
        {
            return _roots.Find().FirstOrDefault(f => f.Id == id) is { } file ? _loader.Examine(file) : null;
        }
    }

    /// <summary>Notes that a part of a plugin failed while it ran.</summary>
    public void Fail(string id, string why, bool needsRestart)
    {
        Put(id, plugin => plugin is null ? null : plugin with
        {
            State = needsRestart ? PluginState.RestartNeeded : PluginState.Disabled,
            Why = why,
            HasLeftThread = needsRestart || plugin.HasLeftThread,
        });
        if (_catalog.Find(id) is { } failed)
        {
            Failed?.Invoke(failed);
        }
    }

    public void Dispose()
    {
        foreach (Plugin plugin in _catalog.Plugins)
        {
            plugin.Unload();
        }

        _shadows.Dispose();
    }

    // A copy into place raises several events, and a file that was touched is no new version. Saved again, one that failed gets another try.
    private static bool IsCurrent(Plugin old, PluginFile file) =>
        old is { IsUsable: true, State: not PluginState.Disabled } && old.File == file && PluginLoader.Sha256Of(file) == old.Sha256;

    private PluginChange Confirm(Plugin old)
    {
        if (old is not { State: PluginState.Loaded, Why.Length: > 0 })
        {
            return new PluginChange(old.Id, old, old, "");
        }

        Plugin sound = old with { Why = "" };
        Put(old.Id, _ => sound);
        return new PluginChange(old.Id, old, sound, "");
    }

    private static Plugin Off(PluginFile file) => new(file) { State = PluginState.SwitchedOff, Why = "an operator switched it off." };

    private static Plugin LeftOut(PluginFile file) => new(file) { State = PluginState.LeftOut };

    // With a file it is switched off and stays known; without one it is gone.
    private PluginChange Drop(string id, Plugin? old, PluginFile? file)
    {
        if (old is null && file is null)
        {
            return new PluginChange(id, null, null, "there is no such plugin");
        }

        if (file is not null && old is not { IsUsable: true })
        {
            Put(id, _ => Off(file));
            return new PluginChange(id, null, null, "");
        }

        string why = !old!.Offers.IsReplaceable
            ? $"{(file is null ? "its files are gone" : "it is switched off")}; limits and sources in use stay until a restart."
            : HandOver(id, old, null, file is null ? null : Off(file)) ?? "";
        if (why.Length > 0)
        {
            return Keep(old, why);
        }

        old.Unload();
        return new PluginChange(id, old, null, "");
    }

    private PluginChange Replace(Plugin? old, Plugin next)
    {
        next = (old is null ? _catalog : new PluginCatalog([.. _catalog.Plugins.Where(p => p.Id != old.Id)])).Fit(next);
        if (next.IsUsable && old is { HasLeftThread: true })
        {
            next = next with { HasLeftThread = true, State = PluginState.RestartNeeded, Why = "a thread of an earlier version was left behind; restart to be rid of it." };
        }

        if (old is not { IsUsable: true })
        {
            return Join(next);
        }

        string why = !next.IsUsable ? $"the new version is refused: {next.Why}"
            : !old.Offers.IsReplaceable || !next.Offers.IsReplaceable ? "a new version is there; limits and sources are exchanged by a restart."
            : HandOver(next.Id, old, next, next) is { } refusal ? $"the new version is not taken: {refusal}" : "";
        if (why.Length > 0)
        {
            next.Unload();
            return Keep(old with { HasLeftThread = old.HasLeftThread || next.HasLeftThread }, why);
        }

        old.Unload();
        return new PluginChange(next.Id, old, next, "");
    }

    private PluginChange Join(Plugin next)
    {
        if (next.IsUsable && !next.Offers.IsReplaceable)
        {
            next = next.Without(PluginState.RestartNeeded, "it brings limits or sources; a restart takes it in.");
        }
        else if (next.IsUsable && HandOver(next.Id, null, next, next) is { } refusal)
        {
            next = next with { State = PluginState.Disabled, Why = refusal };
        }
        else if (next.IsUsable)
        {
            return new PluginChange(next.Id, null, next, "");
        }

        Put(next.Id, _ => next);
        return new PluginChange(next.Id, null, null, next.Why);
    }

    // What runs and what the catalog says change in one turn of the session: one that fails on the next bar is found in the plugin it belongs to.
    private string? HandOver(string id, Plugin? old, Plugin? next, Plugin? listed)
    {
        void Commit() => Put(id, _ => listed);
        if (Handover is { } handover)
        {
            return handover(old, next, Commit);
        }

        Commit();
        return null;
    }

    private PluginChange Keep(Plugin old, string why)
    {
        Plugin kept = old with { Why = why, State = old is { Offers.IsReplaceable: true, HasLeftThread: false } ? old.State : PluginState.RestartNeeded };
        Put(kept.Id, _ => kept);
        return new PluginChange(kept.Id, kept, kept, why);
    }

    private void Put(string id, Func<Plugin?, Plugin?> change)
    {
        lock (_swapping)
        {
            List<Plugin> plugins = [.. _catalog.Plugins];
            int at = plugins.FindIndex(p => p.Id == id);
            Plugin? next = change(at < 0 ? null : plugins[at]);
            if (at >= 0)
            {
                plugins.RemoveAt(at);
            }

            if (next is not null)
            {
                plugins.Insert(at < 0 ? plugins.Count : at, next);
            }

            _catalog = new PluginCatalog(plugins);
        }
    }
}
