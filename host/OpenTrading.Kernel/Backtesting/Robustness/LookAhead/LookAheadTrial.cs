namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>How a run with another future was made.</summary>
public enum LookAheadTrial
{
    /// <summary>The bars end at the cut.</summary>
    Truncated,
    /// <summary>The bars after the cut are noise.</summary>
    Noise,
}
