namespace OpenTrading.Simulation.Matching;

/// <summary>Price a trailing stop follows at the end of a bar.</summary>
public enum TrailSource
{
    /// <summary>The high of the bid for a long, the low of the ask for a short.</summary>
    Extreme,
    /// <summary>The close.</summary>
    Close,
}
