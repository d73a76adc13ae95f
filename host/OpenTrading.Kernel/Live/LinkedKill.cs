using OpenTrading.Kernel.Risk;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Kernel.Live;

/// <summary>The kill level of an account at a broker: the host's, or what the broker's side holds by itself where that is higher.</summary>
/// <param name="host">The emergency stop.</param>
/// <param name="link">The account's broker; null before it was handed over.</param>
internal sealed class LinkedKill(IKillLevel host, Func<IBrokerLink?> link) : IKillLevel
{
    /// <inheritdoc/>
    public int Level => Math.Max(host.Level, link()?.Health.LatchLevel ?? 0);
}
