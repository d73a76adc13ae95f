namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>What a walk-forward chooses from: parameter sets, each of which can be run on any range of bars.</summary>
/// <threadsafety>Called from several threads at once.</threadsafety>
public interface IWalkForwardCandidates
{
    /// <summary>Number of candidates.</summary>
    int Count { get; }

    /// <summary>Number of bars.</summary>
    int Bars { get; }

    /// <summary>Equity each starts with, account currency.</summary>
    double InitialCash { get; }

    /// <summary>Profit of a candidate over a range, account currency.</summary>
    double Profit(int candidate, IndexRange range);

    /// <summary>Its profit bar by bar.</summary>
    IReadOnlyList<double> Profits(int candidate, IndexRange range);
}
