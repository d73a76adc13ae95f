namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>Which bars a window may learn from.</summary>
public enum WalkForwardMode
{
    /// <summary>A fixed number right before those it is tested on.</summary>
    Rolling,
    /// <summary>All before those it is tested on.</summary>
    Anchored,
}
