using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>How many independent trials a set of alike ones is worth.</summary>
/// <param name="AverageCorrelation">Mean correlation of the returns of two different trials; those that never vary are left out. NaN for less than two.</param>
/// <param name="Count">ρ + (1 - ρ)·N, 1 to N.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record EffectiveTrials(double AverageCorrelation, double Count)
{
    private const int RowsAtOnce = 1024;

    /// <summary>Compares all trials with each other.</summary>
    /// <remarks>
    /// The sum of all correlations is the mean square of the rows' sums of standardised returns, so that no pair is looked at.
    /// The result does not depend on the number of threads.
    /// </remarks>
    public static EffectiveTrials Of(TrialSet trials, ParallelOptions? parallel = null)
    {
        parallel ??= new ParallelOptions();
        var shapes = new (double Mean, double Deviation)[trials.Count];
        Parallel.For(0, trials.Count, parallel, trial =>
        {
            double[] returns = trials.Returns(trial);
            shapes[trial] = (Moments.Mean(returns), Moments.Deviation(returns));
        });

        int[] varying = [.. Enumerable.Range(0, trials.Count).Where(i => shapes[i].Deviation > 0)];
        if (varying.Length < 2)
        {
            return new EffectiveTrials(double.NaN, trials.Count);
        }

        var sums = new double[trials.Bars];
        Parallel.For(0, (trials.Bars + RowsAtOnce - 1) / RowsAtOnce, parallel, part =>
        {
            int from = part * RowsAtOnce;
            Span<double> rows = sums.AsSpan(from, Math.Min(RowsAtOnce, sums.Length - from));
            Span<double> returns = stackalloc double[rows.Length];
            foreach (int trial in varying)
            {
                trials.Returns(trial, from, returns);
                (double mean, double deviation) = shapes[trial];
                for (int i = 0; i < rows.Length; i++)
                {
                    rows[i] += (returns[i] - mean) / deviation;
                }
            }
        });

        double squares = 0;
        foreach (double sum in sums)
        {
            squares += sum * sum;
        }

        double n = varying.Length;
        double average = ((squares / (sums.Length - 1)) - n) / (n * (n - 1));
        return new EffectiveTrials(average, Math.Clamp(average + ((1 - average) * trials.Count), 1, trials.Count));
    }
}
