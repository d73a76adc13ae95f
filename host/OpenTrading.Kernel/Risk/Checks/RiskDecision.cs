using OpenTrading.Kernel.Risk.Gate;

namespace OpenTrading.Kernel.Risk.Checks;

/// <summary>An answer of the gate, kept to be explained.</summary>
/// <param name="Id"><c>dec_</c> and a ULID.</param>
/// <param name="Time">UTC instant of the snapshot.</param>
/// <param name="OrderId">The order it was about; null when it was asked about one that was never proposed.</param>
/// <param name="Look">What the gate saw and said.</param>
public sealed record RiskDecision(string Id, DateTime Time, string? OrderId, GateLook Look);
