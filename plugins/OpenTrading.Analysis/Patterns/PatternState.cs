namespace OpenTrading.Analysis.Patterns;

/// <summary>What became of a pattern.</summary>
public enum PatternState
{
    /// <summary>Nothing yet.</summary>
    Forming,

    /// <summary>The price closed beyond it to its side.</summary>
    Confirmed,

    /// <summary>The price closed beyond it to the other side, or did nothing for too long.</summary>
    Failed,
}
