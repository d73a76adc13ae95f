using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Sessions;

/// <summary>An instrument of a simulated account, and where its prices come from.</summary>
/// <param name="Setup">The instrument with its costs.</param>
/// <param name="Source">Source of its prices; every quote carries it.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PricedInstrument(InstrumentSetup Setup, string Source)
{
    /// <summary>Whether orders are filled tick by tick; its bars then are the strategies' alone. Default: bar by bar.</summary>
    public bool HasTicks { get; init; }
}
