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
    /// <returns>Why it cannot be, with everything as before; null when it is done.</returns>
    public string? Take(Plugin? old, Plugin? next)
    {
        List<NamedStrategy> coming;
        List<NamedStrategy> going;
        try
        {
            coming = Build(next);
            going = Build(old);
        }
        catch (PluginException e)
        {
            return e.Message;
        }

        return mailbox.Do(() => Exchange(old, going, next, coming));
    }

    private string? Exchange(Plugin? old, List<NamedStrategy> going, Plugin? next, List<NamedStrategy> coming)
    {
        var done = new List<NamedStrategy>();
        foreach (NamedStrategy strategy in coming)
        {
            if (Seat(strategy, next!) is { } fault)
            {
                // One that cannot run takes its siblings back with it: half a version is none.
                foreach (NamedStrategy back in going.Where(g => done.Exists(d => d.Id == g.Id)))
                {
                    Seat(back, old!);
                }

                return $"strategy {fault.Id}: {fault.Why}";
            }

            done.Add(strategy);
        }

        foreach (NamedStrategy gone in going.Where(g => !coming.Exists(c => c.Id == g.Id) && _seated.Remove(g.Id)))
        {
            session.Remove(gone.Id, next is null ? "its plugin is gone" : "its plugin offers it no more");
        }

        return null;
    }

    private StrategyFault? Seat(NamedStrategy strategy, Plugin plugin)
    {
        var version = new StrategyVersion(plugin.Version, plugin.Sha256);
        return _seated.Add(strategy.Id)
            ? session.Add(strategy, version, "its plugin is there")
            : session.Replace(strategy, version, "its plugin changed");
    }

    // With the parameters of the configuration, as at the start.
    private List<NamedStrategy> Build(Plugin? plugin)
    {
        string[] ids = [.. configuration.Run.Strategies.Intersect((plugin?.Offers ?? PluginOffers.None).Strategies.Select(s => s.Id))];
        return ids.Length == 0 ? [] : [.. new StrategyPicker(catalog().With(plugin!), configuration).Pick(ids, [], out _)];
    }
}
