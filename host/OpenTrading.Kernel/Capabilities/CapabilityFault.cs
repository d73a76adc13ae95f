namespace OpenTrading.Kernel.Capabilities;

/// <summary>How the code of a plugin failed in a capability.</summary>
/// <param name="Capability">The capability.</param>
/// <param name="Thrown">What it threw; null when it did not come back.</param>
/// <param name="IsLeftBehind">Whether it still runs, on a thread that only a restart ends for certain.</param>
public sealed record CapabilityFault(CapabilityDescriptor Capability, Exception? Thrown, bool IsLeftBehind);
