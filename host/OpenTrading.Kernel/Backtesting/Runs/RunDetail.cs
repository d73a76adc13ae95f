namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>How much of a run is kept.</summary>
public enum RunDetail
{
    /// <summary>Everything.</summary>
    Full,
    /// <summary>Counts and the last equity alone: what a sweep that ranks by profit needs.</summary>
    Totals,
}
