namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>What one fold chose, and what became of it. Profit in account currency.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="Selected">Trial with the highest profit on the bars to choose on, the first of equals.</param>
/// <param name="TrainProfit">Its profit there.</param>
/// <param name="TestProfit">Its profit on the fold's own bars.</param>
public sealed record PurgedStep(PurgedFold Fold, int Selected, double TrainProfit, double TestProfit)
{
    /// <summary>Bars to choose on.</summary>
    public int TrainBars => Fold.Train.Sum(r => r.Count);
}
