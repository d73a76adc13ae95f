using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>Draws the paths of a resampling. Each has a generator of its own, so the result does not depend on the number of threads.</summary>
public static class MonteCarloSimulation
{
    private const int FanSteps = 100;

    /// <summary>Draws.</summary>
    /// <param name="resampling">How a path is made.</param>
    /// <param name="paths">How many, at least 1.</param>
    /// <param name="seed">Seed of the first path; path p has this plus p.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no paths, or nothing to draw from.</exception>
    public static MonteCarloResult Run(IResampling resampling, int paths, ulong seed, ParallelOptions? parallel = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        int steps = resampling.Steps;
        if (steps < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(resampling), steps, $"{resampling.Name} needs at least one trade or day to draw from; the run has none.");
        }

        int[] marks = [.. Enumerable.Range(0, FanSteps + 1).Select(k => (int)((long)steps * k / FanSteps)).Distinct()];
        var outcomes = new PathOutcome[paths];
        double[][] crossings = [.. marks.Select(_ => new double[paths])];
        Parallel.For(0, paths, parallel ?? new ParallelOptions(), () => new double[steps], (path, _, equity) =>
        {
            resampling.Draw(new Xoshiro256(seed + (ulong)path), equity);
            outcomes[path] = PathOutcome.Of(resampling.InitialCash, equity);
            for (int i = 0; i < marks.Length; i++)
            {
                crossings[i][path] = At(equity, marks[i], resampling.InitialCash);
            }

            return equity;
        }, static _ => { });

        var original = new double[steps];
        resampling.Original(original);
        return new MonteCarloResult
        {
            Method = resampling.Name,
            Meaning = resampling.Meaning,
            Seed = seed,
            Steps = steps,
            Original = PathOutcome.Of(resampling.InitialCash, original),
            Paths = outcomes,
            Fan = [.. marks.Select((mark, i) => Spread(mark, At(original, mark, resampling.InitialCash), crossings[i]))],
        };
    }

    private static double At(double[] equity, int step, double initialCash) => step == 0 ? initialCash : equity[step - 1];

    private static FanStep Spread(int step, double original, double[] values)
    {
        Array.Sort(values);
        return new FanStep(
            step,
            original,
            Quantile.OfSorted(values, 0.05),
            Quantile.OfSorted(values, 0.25),
            Quantile.OfSorted(values, 0.5),
            Quantile.OfSorted(values, 0.75),
            Quantile.OfSorted(values, 0.95));
    }
}
