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
    public void Add(IReadOnlyCollection<CapabilityDescriptor> capabilities)
    {
        lock (_changing)
        {
            CapabilityDescriptor[] next = [.. _all, .. capabilities];
            if (next.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } name)
            {
                throw new ArgumentException($"Capability {name.Key} is offered by {string.Join(" and ", name.Select(c => c.PluginId))}; rename one.", nameof(capabilities));
            }

            if (next.GroupBy(c => c.Declaration.Route, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } route)
            {
                throw new ArgumentException($"Route {route.Key} is taken by {string.Join(" and ", route.Select(c => c.Name))}; change one.", nameof(capabilities));
            }

            Take(next);
        }

        Changed?.Invoke();
    }

    /// <summary>Removes the capabilities of a plugin.</summary>
    public void Remove(string pluginId)
    {
        lock (_changing)
        {
            Take([.. _all.Where(c => c.PluginId != pluginId)]);
        }

        Changed?.Invoke();
    }

    /// <summary>The capability of a name; null when there is none.</summary>
    public CapabilityDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    private void Take(CapabilityDescriptor[] capabilities)
    {
        _byName = capabilities.ToDictionary(c => c.Name, StringComparer.Ordinal);
        _all = [.. capabilities.OrderBy(c => c.Toolset, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }
}
