namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>A selection by purged, embargoed K-fold cross-validation.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PurgedSelectionResult
{
    /// <summary>Bars a decision reaches ahead.</summary>
    public required int Horizon { get; init; }

    /// <summary>Share of bars left out after a fold.</summary>
    public required double Embargo { get; init; }

    /// <summary>Trials chosen from.</summary>
    public required int Trials { get; init; }

    /// <summary>The folds, in order.</summary>
    public required IReadOnlyList<PurgedStep> Steps { get; init; }

    /// <summary>Profit over all folds, account currency.</summary>
    public double TestProfit => Steps.Sum(s => s.TestProfit);

    /// <summary>Folds with a profit above 0.</summary>
    public int ProfitableFolds => Steps.Count(s => s.TestProfit > 0);

    /// <summary>Profit a bar where it was tested over profit a bar where it was chosen, means over the folds. NaN where nothing was promised.</summary>
    public double Efficiency
    {
        get
        {
            double promised = Steps.Average(s => s.TrainProfit / s.TrainBars);
            return promised > 0 ? Steps.Average(s => s.TestProfit / s.Fold.Test.Count) / promised : double.NaN;
        }
    }
}
