namespace OpenTrading.Risk.Exposure;

/// <summary>Whether long and short of one symbol may stand side by side.</summary>
public enum HedgingMode
{
    /// <summary>They may not.</summary>
    Forbid,
    /// <summary>They may, on a hedging account.</summary>
    Allow,
}
