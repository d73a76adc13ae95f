namespace OpenTrading.Kernel.Capabilities;

/// <summary>Everything that can be called. One declaration serves all faces; loading or unloading a plugin changes all of them at once.</summary>
/// <threadsafety>Safe. <see cref="All"/> is a snapshot.</threadsafety>
public sealed class CapabilityCatalog
{
    private readonly Lock _changing = new();
    private volatile CapabilityDescriptor[] _all = [];
    private volatile Dictionary<string, CapabilityDescriptor> _byName = [];

    /// <summary>Raised after capabilities came or went.</summary>
    public event Action? Changed;

    /// <summary>All capabilities, by toolset and name: an order that never changes between two equal sets.</summary>
    public IReadOnlyList<CapabilityDescriptor> All => _all;

    /// <summary>Adds capabilities, all or none.</summary>
    /// <exception cref="ArgumentException">A name or route is taken.</exception>
    public void Add(IReadOnlyCollection<CapabilityDescriptor> capabilities) => Change(all => [.. all, .. capabilities]);

    /// <summary>Puts capabilities in the place of all that a plugin had, all or none.</summary>
    /// <exception cref="ArgumentException">A name or route is taken.</exception>
    public void Replace(string pluginId, IReadOnlyCollection<CapabilityDescriptor> capabilities) =>
        Change(all => [.. all.Where(c => c.PluginId != pluginId), .. capabilities]);

    /// <summary>Removes the capabilities of a plugin.</summary>
    public void Remove(string pluginId) => Replace(pluginId, []);

    /// <summary>The capability of a name; null when there is none.</summary>
    public CapabilityDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    private void Change(Func<CapabilityDescriptor[], CapabilityDescriptor[]> change)
    {
        lock (_changing)
        {
            CapabilityDescriptor[] next = change(_all);
            if (next.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } name)
            {
                throw new ArgumentException($"Capability {name.Key} is offered by {string.Join(" and ", name.Select(c => c.PluginId))}; rename one.");
            }

            if (next.GroupBy(c => c.Declaration.Route, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } route)
            {
                throw new ArgumentException($"Route {route.Key} is taken by {string.Join(" and ", route.Select(c => c.Name))}; change one.");
            }

            _byName = next.ToDictionary(c => c.Name, StringComparer.Ordinal);
            _all = [.. next.OrderBy(c => c.Toolset, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)];
        }

        Changed?.Invoke();
    }
}
