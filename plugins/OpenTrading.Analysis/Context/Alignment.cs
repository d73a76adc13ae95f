namespace OpenTrading.Analysis.Context;

/// <summary>How the trends of several timeframes stand to each other.</summary>
public enum Alignment
{
    /// <summary>All are up.</summary>
    Up,

    /// <summary>All are down.</summary>
    Down,

    /// <summary>They differ, or some have no trend.</summary>
    Mixed,
}
