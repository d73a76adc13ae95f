using OpenTrading.Kernel.Backtesting.Metrics;

namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>Candidates that were run once over all bars; a range is a slice of that run. Fast, and positions cross the edges of windows.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class SlicedTrials(TrialSet trials) : IWalkForwardCandidates
{
    /// <inheritdoc/>
    public int Count => trials.Count;

    /// <inheritdoc/>
    public int Bars => trials.Bars;

    /// <inheritdoc/>
    public double InitialCash => trials.InitialCash;

    /// <inheritdoc/>
    public double Profit(int candidate, IndexRange range) => trials[candidate].Profit(range.From, range.To);

    /// <inheritdoc/>
    public IReadOnlyList<double> Profits(int candidate, IndexRange range)
    {
        EquityCurve curve = trials[candidate];
        return [.. Enumerable.Range(range.From, range.Count).Select(i => curve.Profit(i, i + 1))];
    }
}
