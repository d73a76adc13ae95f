namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>Chooses, for every fold, the trial that was best on all other bars, and looks what it made on the fold's own.</summary>
/// <remarks>Trials were run once over all bars; a range is a slice of that run. Bars whose labels reach into a fold are purged, those after it embargoed.</remarks>
public static class PurgedSelection
{
    /// <summary>Chooses and tests.</summary>
    /// <param name="trials">Every run made on the bars.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="horizon">Bars that a decision reaches ahead: about as many as a trade lasts.</param>
    /// <param name="embargo">Share of all bars left out after a fold, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">A fold leaves no bar to choose on.</exception>
    public static PurgedSelectionResult Run(TrialSet trials, int folds, int horizon, double embargo)
    {
        var steps = new List<PurgedStep>();
        foreach (PurgedFold fold in PurgedKFold.Folds(trials.Bars, folds, horizon, embargo))
        {
            if (fold.Train.Count == 0)
            {
                throw new ArgumentException($"Fold {fold.Index + 1} of {folds} leaves no bar to choose on; shorten the horizon or the embargo.");
            }

            int best = 0;
            double profit = double.NegativeInfinity;
            for (int trial = 0; trial < trials.Count; trial++)
            {
                double made = fold.Train.Sum(range => trials[trial].Profit(range.From, range.To));
                (best, profit) = made > profit ? (trial, made) : (best, profit);
            }

            steps.Add(new PurgedStep(fold, best, profit, trials[best].Profit(fold.Test.From, fold.Test.To)));
        }

        return new PurgedSelectionResult { Horizon = horizon, Embargo = embargo, Trials = trials.Count, Steps = steps };
    }
}
