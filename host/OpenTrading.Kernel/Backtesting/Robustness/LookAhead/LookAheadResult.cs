namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>Whether a strategy knew the future.</summary>
/// <param name="Cuts">Bars at which the future was changed.</param>
/// <param name="Difference">The first difference; null when there is none.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record LookAheadResult(IReadOnlyList<int> Cuts, LookAheadDifference? Difference)
{
    /// <summary>Whether nothing before any cut depended on what came after it.</summary>
    public bool Passed => Difference is null;
}
