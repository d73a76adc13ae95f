using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>A look of the gate at an order: what it saw, and what it said.</summary>
/// <param name="Context">Order and snapshot.</param>
/// <param name="Verdict">What every rule said.</param>
/// <threadsafety>Immutable, but for the rates of the context, which ask the market.</threadsafety>
public sealed record GateLook(RiskContext Context, GateVerdict Verdict);
