namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>
/// Sums of the returns of every trial over contiguous blocks of bars: all that cross-validation needs, so that a combination of blocks costs
/// one addition a trial and block instead of a pass over its bars.
/// </summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class BlockSums
{
    private readonly double[][] _sums;
    private readonly double[][] _squares;

    private BlockSums(int trials, int rows, double[][] sums, double[][] squares) =>
        (Trials, RowsPerBlock, _sums, _squares) = (trials, rows, sums, squares);

    /// <summary>Number of trials.</summary>
    public int Trials { get; }

    /// <summary>Number of blocks.</summary>
    public int Blocks => _sums.Length;

    /// <summary>Bars in each block.</summary>
    public int RowsPerBlock { get; }

    /// <summary>Sum of the returns of every trial over a block.</summary>
    public ReadOnlySpan<double> Sum(int block) => _sums[block].AsSpan(0, Trials);

    // Padded with trials that never trade to whole vectors.
    internal double[] PaddedSums(int block) => _sums[block];

    internal double[] PaddedSquares(int block) => _squares[block];

    /// <summary>Adds up. The first bars, as many as do not fill a block, are left out.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="blocks">Number of blocks, even, 2 to 20.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of blocks is odd or out of range, or leaves less than two bars a block.</exception>
    public static BlockSums Of(TrialSet trials, int blocks, ParallelOptions? parallel = null)
    {
        if (blocks is < 2 or > 20 || blocks % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, "Cross-validation needs an even number of blocks from 2 to 20.");
        }

        int rows = trials.Bars / blocks;
        if (rows < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, $"{trials.Bars} bars make less than two a block. Take fewer blocks or more bars.");
        }

        int padded = VectorScores.Padded(trials.Count);
        double[][] sums = [.. Enumerable.Range(0, blocks).Select(_ => new double[padded])];
        double[][] squares = [.. Enumerable.Range(0, blocks).Select(_ => new double[padded])];
        int dropped = trials.Bars % blocks;
        Parallel.For(0, trials.Count, parallel ?? new ParallelOptions(), trial =>
        {
            double[] returns = trials.Returns(trial);
            for (int block = 0; block < blocks; block++)
            {
                (double sum, double square) = (0, 0);
                foreach (double value in returns.AsSpan(dropped + (block * rows), rows))
                {
                    sum += value;
                    square += value * value;
                }

                sums[block][trial] = sum;
                squares[block][trial] = square;
            }
        });
        return new BlockSums(trials.Count, rows, sums, squares);
    }
}
