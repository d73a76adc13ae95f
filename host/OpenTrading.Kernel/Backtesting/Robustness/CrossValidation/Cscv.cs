using System.Numerics;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>Combinatorially symmetric cross-validation: does the trial that is best on one half of the bars stay good on the other?</summary>
/// <remarks>
/// Source: Bailey, Borwein, López de Prado, Zhu, The probability of backtest overfitting, Journal of Computational Finance 20 (2017).
/// The result does not depend on the number of threads.
/// </remarks>
public static class Cscv
{
    /// <summary>Blocks where nothing else is asked for: 12870 splits.</summary>
    public const int DefaultBlocks = 16;

    // Choices of the first blocks that are handed to threads; there are at most 64 of them.
    private const int PrefixBlocks = 6;

    /// <summary>Cuts the bars into blocks and judges every split of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of blocks is odd, out of 2 to 20, or too high for the bars.</exception>
    public static CscvResult Run(TrialSet trials, int blocks = DefaultBlocks, ParallelOptions? parallel = null) =>
        Run(BlockSums.Of(trials, blocks, parallel), parallel);

    /// <summary>Judges every split of blocks that are summed already.</summary>
    public static CscvResult Run(BlockSums blocks, ParallelOptions? parallel = null)
    {
        var splits = new CscvSplit[Choose(blocks.Blocks, blocks.Blocks / 2)];
        (uint Prefix, int First)[] parts = Parts(blocks.Blocks, out int decided);
        Parallel.For(
            0,
            parts.Length,
            parallel ?? new ParallelOptions(),
            () => new SplitWalk(blocks, splits),
            (part, _, walk) =>
            {
                walk.Run(parts[part].Prefix, decided, parts[part].First);
                return walk;
            },
            static _ => { });
        return Summarise(blocks, splits);
    }

    private static CscvResult Summarise(BlockSums blocks, CscvSplit[] splits)
    {
        double[] logits = [.. splits.Select(s => s.Logit)];
        double[] inside = [.. splits.Select(s => s.InSample)];
        double[] outside = [.. splits.Select(s => s.OutOfSample)];
        (double slope, double intercept) = LeastSquares.Line(inside, outside);
        return new CscvResult
        {
            Trials = blocks.Trials,
            Blocks = blocks.Blocks,
            RowsPerBlock = blocks.RowsPerBlock,
            Splits = splits,
            LogitsAtOrBelowZero = logits.Count(l => l <= 0),
            MeanLogit = Moments.Mean(logits),
            MedianLogit = Quantile.Of(logits, 0.5),
            ProbabilityOfLoss = (double)outside.Count(s => s < 0) / splits.Length,
            DegradationSlope = slope,
            DegradationIntercept = intercept,
            MeanInSample = Moments.Mean(inside),
            MeanOutOfSample = Moments.Mean(outside),
            Selections =
            [
                .. splits.CountBy(s => s.Selected).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => (c.Key, c.Value)),
            ],
        };
    }

    /// <summary>All beginnings of a choice in lexicographic order, each with the number of the first choice that begins so.</summary>
    private static (uint Prefix, int First)[] Parts(int blocks, out int decided)
    {
        int half = blocks / 2;
        int length = decided = Math.Min(PrefixBlocks, half);
        var parts = new List<(uint, int)>();
        int first = 0;
        // The first block is the most significant: taken comes before left out.
        for (int number = (1 << length) - 1; number >= 0; number--)
        {
            uint prefix = 0;
            for (int block = 0; block < length; block++)
            {
                prefix |= (uint)(number >> (length - 1 - block) & 1) << block;
            }

            parts.Add((prefix, first));
            first += Choose(blocks - length, half - BitOperations.PopCount(prefix));
        }

        return [.. parts];
    }

    private static int Choose(int n, int k)
    {
        long ways = 1;
        for (int i = 1; i <= k; i++)
        {
            ways = ways * (n - k + i) / i;
        }

        return (int)ways;
    }
}
