using OpenTrading.Host.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.MarketStore;

namespace OpenTrading.Host.Running;

/// <summary>The host's own rooms whose methods can be called.</summary>
internal static class HostRooms
{
    /// <summary>One object a toolset; where a toolset spans rooms, one a room.</summary>
    public static IEnumerable<object> Of(PaperHost host, CapabilityDispatcher dispatcher)
    {
        _ = dispatcher;
        yield return new MarketCapabilities(host.Market);
        yield return new CredentialCapabilities(host.Security, host.Journal, TimeProvider.System);
    }
}
