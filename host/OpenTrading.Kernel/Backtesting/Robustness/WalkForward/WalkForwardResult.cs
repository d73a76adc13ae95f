namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>A walk-forward: always choosing on the past, always trading the future. Money in account currency.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record WalkForwardResult
{
    /// <summary>How the bars were cut.</summary>
    public required WalkForwardPlan Plan { get; init; }

    /// <summary>Whether each window was run anew, flat at its first bar; else it is a slice of one run over all bars.</summary>
    public bool IsRerun { get; init; }

    /// <summary>Candidates in each window.</summary>
    public required int Candidates { get; init; }

    /// <summary>The windows, in order.</summary>
    public required IReadOnlyList<WalkForwardStep> Steps { get; init; }

    /// <summary>Equity after every out-of-sample bar, the windows' profits joined.</summary>
    public required IReadOnlyList<double> Equity { get; init; }

    /// <summary>Profit of all out-of-sample bars.</summary>
    public required double OutOfSampleProfit { get; init; }

    /// <summary>Mean over the windows of the chosen candidate's in-sample profit a bar.</summary>
    public required double InSampleProfitPerBar { get; init; }

    /// <summary>Out-of-sample profit a bar.</summary>
    public required double OutOfSampleProfitPerBar { get; init; }

    /// <summary>Out-of-sample over in-sample profit a bar: what was left of the promise. NaN where nothing was promised.</summary>
    public double Efficiency => InSampleProfitPerBar > 0 ? OutOfSampleProfitPerBar / InSampleProfitPerBar : double.NaN;

    /// <summary>Windows with an out-of-sample profit above 0.</summary>
    public int ProfitableWindows => Steps.Count(s => s.OutOfSampleProfit > 0);
}
