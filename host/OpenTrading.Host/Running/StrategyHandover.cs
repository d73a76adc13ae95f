using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Sessions;

namespace OpenTrading.Host.Running;

/// <summary>Exchanges the strategies of a running session as their plugins change: between two bars, all of a plugin's or none, positions untouched.</summary>
internal sealed class StrategyHandover(HostConfiguration configuration, Func<PluginCatalog> catalog, Session session, Mailbox mailbox)
{
    private readonly HashSet<string> _seated = [.. configuration.Run.Strategies];

    /// <summary>Puts the next version of a plugin into the old one's place.</summary>
    /// <param name="old">What is in use; null when nothing is.</param>
    /// <param name="next">What comes; null when the plugin goes.</param>
    /// <param name="commit">Called when it is done, in the same turn.</param>
    /// <returns>Why it cannot be, with everything as before; null when it is done.</returns>
    public string? Take(Plugin? old, Plugin? next, Action commit)
    {
        IReadOnlyList<NamedStrategy> coming;
        try
        {
            coming = Build(next, Configured(next));
        }
        catch (PluginException e)
        {
            return e.Message;
        }

        return mailbox.Do(() =>
        {
            string? why = Exchange(old, next, coming);
            if (why is null)
            {
                commit();
            }

            return why;
        });
    }

    private string? Exchange(Plugin? old, Plugin? next, IReadOnlyList<NamedStrategy> coming)
    {
        var done = new List<string>();
        foreach (NamedStrategy strategy in coming)
        {
            if (Seat(strategy, next!) is { } fault)
            {
                Undo(old, done);
                return $"strategy {fault.Id}: {fault.Why}";
            }

            done.Add(strategy.Id);
        }

        foreach (string id in Configured(old).Except(done))
        {
            Remove(id, next is null ? "its plugin is gone" : "its plugin offers it no more");
        }

        return null;
    }

    // One that cannot run takes its siblings back with it: half a version is none. What did not run before, or cannot any more, goes.
    private void Undo(Plugin? old, List<string> done)
    {
        string[] before = Configured(old);
        foreach (string id in done)
        {
            if (!before.Contains(id) || !TryPutBack(id, old!))
            {
                Remove(id, "its plugin's new version cannot run");
            }
        }
    }

    private bool TryPutBack(string id, Plugin old)
    {
        try
        {
            return Seat(Build(old, [id])[0], old) is null;
        }
        catch (PluginException)
        {
            return false;
        }
    }

    private StrategyFault? Seat(NamedStrategy strategy, Plugin plugin)
    {
        var version = new StrategyVersion(plugin.Version, plugin.Sha256);
        if (_seated.Contains(strategy.Id))
        {
            return session.Replace(strategy, version, "its plugin changed");
        }

        StrategyFault? fault = session.Add(strategy, version, "its plugin is there");
        if (fault is null)
        {
            _seated.Add(strategy.Id);
        }

        return fault;
    }

    private void Remove(string id, string why)
    {
        if (_seated.Remove(id))
        {
            session.Remove(id, why);
        }
    }

    private string[] Configured(Plugin? plugin) => plugin is null ? [] : [.. configuration.Run.Strategies.Intersect(plugin.Offers.Strategies.Select(s => s.Id))];

    // With the parameters of the configuration, as at the start.
    private IReadOnlyList<NamedStrategy> Build(Plugin? plugin, string[] ids) =>
        ids.Length == 0 ? [] : new StrategyPicker(catalog().With(plugin!), configuration).Pick(ids, [], out _);
}
