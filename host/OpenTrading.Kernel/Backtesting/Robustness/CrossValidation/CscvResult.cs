namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>Probability of backtest overfitting by combinatorially symmetric cross-validation.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record CscvResult
{
    /// <summary>Trials compared.</summary>
    public required int Trials { get; init; }

    /// <summary>Blocks the bars were cut into.</summary>
    public required int Blocks { get; init; }

    /// <summary>Bars in each.</summary>
    public required int RowsPerBlock { get; init; }

    /// <summary>Every choice of half of the blocks, in lexicographic order.</summary>
    public required IReadOnlyList<CscvSplit> Splits { get; init; }

    /// <summary>Splits with a logit at or below 0.</summary>
    public required int LogitsAtOrBelowZero { get; init; }

    /// <summary>Share of splits in which the best trial in sample did not beat half of the trials out of sample.</summary>
    public double ProbabilityOfOverfitting => (double)LogitsAtOrBelowZero / Splits.Count;

    /// <summary>Mean logit.</summary>
    public required double MeanLogit { get; init; }

    /// <summary>Median logit.</summary>
    public required double MedianLogit { get; init; }

    /// <summary>Share of splits in which the selected trial lost out of sample.</summary>
    public required double ProbabilityOfLoss { get; init; }

    /// <summary>Slope of the least-squares line of out-of-sample on in-sample ratio of the selected; NaN where the latter do not vary.</summary>
    public required double DegradationSlope { get; init; }

    /// <summary>Intercept of that line.</summary>
    public required double DegradationIntercept { get; init; }

    /// <summary>Mean in-sample Sharpe ratio a bar of the selected.</summary>
    public required double MeanInSample { get; init; }

    /// <summary>Mean out-of-sample Sharpe ratio a bar of the selected.</summary>
    public required double MeanOutOfSample { get; init; }

    /// <summary>How often each trial was selected, most often first; those never selected are left out.</summary>
    public required IReadOnlyList<(int Trial, int Times)> Selections { get; init; }
}
