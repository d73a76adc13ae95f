using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Capabilities.Idempotency;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running;

/// <summary>What a host can be asked: the capabilities of its rooms and of its plugins, behind one dispatcher. Plugins that come or go change it.</summary>
internal sealed class HostCapabilities : IDisposable
{
    private readonly PluginSet _plugins;

    /// <summary>Gathers them.</summary>
    /// <param name="configuration">Modes and limits.</param>
    /// <param name="plugins">The plugins.</param>
    /// <param name="journal">Where calls are recorded.</param>
    /// <param name="time">The wall clock.</param>
    /// <param name="hasSession">Whether a caller's operator session is open.</param>
    /// <param name="rooms">Objects of the host whose methods are capabilities.</param>
    /// <param name="limits">Bounds of calls; null for the usual ones.</param>
    /// <param name="answers">What the journal holds of calls under a key; null where keys last as long as the host.</param>
    public HostCapabilities(
        HostConfiguration configuration,
        PluginSet plugins,
        IJournal journal,
        TimeProvider time,
        Func<Principal, bool> hasSession,
        Func<CapabilityDispatcher, IEnumerable<object>> rooms,
        CallLimits? limits = null,
        AnswerBook? answers = null)
    {
        _plugins = plugins;
        var mode = new AccessMode(configuration.Mcp.DataOnly, configuration.Mcp.EnableLiveTools, configuration.IsLiveEnabled);
        Dispatcher = new CapabilityDispatcher(
            new CapabilityCatalog(), new AccessPolicy(mode, hasSession), journal, time, limits ?? new CallLimits(), new JobTable(time, Environment.ProcessorCount), answers);
        Dispatcher.Catalog.Add([.. rooms(Dispatcher).SelectMany(room => CapabilityDescriptor.Of(room, CapabilityDescriptor.Host))]);
        foreach (Plugin plugin in plugins.Catalog.Plugins.Where(p => p.IsUsable))
        {
            Add(plugin);
        }

        plugins.Changed += Follow;
        Dispatcher.Failed += Disable;
    }

    /// <summary>Where every face calls.</summary>
    public CapabilityDispatcher Dispatcher { get; }

    public void Dispose()
    {
        _plugins.Changed -= Follow;
        Dispatcher.Jobs.Dispose();
    }

    private void Follow(PluginChange change)
    {
        if (!change.HasTakenEffect)
        {
            return;
        }

        if (change.Old is { } old)
        {
            Dispatcher.Catalog.Remove(old.Id);
        }

        if (change.Next is { } next)
        {
            Add(next);
        }
    }

    private void Add(Plugin plugin)
    {
        if (plugin.Offers.Capabilities.Count == 0)
        {
            return;
        }

        try
        {
            Dispatcher.Catalog.Add(plugin.Offers.Capabilities);
        }
        catch (ArgumentException e)
        {
            _plugins.Fail(plugin.Id, e.Message, needsRestart: false);
        }
    }

    // Code that failed in a way it did not declare is not called again until its file changes. What came with the program stays: its author is ours.
    // A version that was replaced meanwhile is nobody's any more.
    private void Disable(CapabilityFault fault)
    {
        CapabilityDescriptor capability = fault.Capability;
        if (_plugins.Catalog.Find(capability.PluginId) is not { File.IsShipped: false } plugin || !plugin.Offers.Capabilities.Contains(capability))
        {
            return;
        }

        Dispatcher.Catalog.Remove(capability.PluginId);
        _plugins.Fail(capability.PluginId, PluginFault.Describe(fault), fault.IsLeftBehind);
    }
}
