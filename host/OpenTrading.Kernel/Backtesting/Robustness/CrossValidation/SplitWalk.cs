namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>
/// Walks all choices of half of the blocks in lexicographic order. Sums of a choice that begins like the one before it are kept, so that each
/// costs a few additions; those of every choice are added in the order of time.
/// </summary>
internal sealed class SplitWalk
{
    private readonly BlockSums _blocks;
    private readonly CscvSplit[] _splits;
    private readonly int _half;
    private readonly double[][][] _inside;
    private readonly double[][][] _outside;
    private readonly double[] _scores;
    private int _next;

    public SplitWalk(BlockSums blocks, CscvSplit[] splits)
    {
        (_blocks, _splits, _half) = (blocks, splits, blocks.Blocks / 2);
        _scores = new double[VectorScores.Padded(blocks.Trials)];
        _inside = Levels();
        _outside = Levels();
    }

    /// <summary>Walks all choices that begin with <paramref name="prefix"/>.</summary>
    /// <param name="prefix">Bit i tells whether block i is in sample.</param>
    /// <param name="decided">Blocks that the prefix decides.</param>
    /// <param name="first">Number of the first of these choices.</param>
    public void Run(uint prefix, int decided, int first)
    {
        _next = first;
        (int inside, int outside) = (0, 0);
        for (int block = 0; block < decided; block++)
        {
            if ((prefix >> block & 1) == 1)
            {
                Extend(_inside, inside++, block);
            }
            else
            {
                Extend(_outside, outside++, block);
            }
        }

        Walk(decided, inside, outside, prefix);
    }

    private void Walk(int block, int inside, int outside, uint chosen)
    {
        if (block == _blocks.Blocks)
        {
            _splits[_next++] = Judge(chosen);
            return;
        }

        if (inside < _half)
        {
            Extend(_inside, inside, block);
            Walk(block + 1, inside + 1, outside, chosen | (1u << block));
        }

        if (outside < _half)
        {
            Extend(_outside, outside, block);
            Walk(block + 1, inside, outside + 1, chosen);
        }
    }

    private CscvSplit Judge(uint chosen)
    {
        int rows = _half * _blocks.RowsPerBlock;
        int best = 0;
        VectorScores.Sharpe(_inside[_half][0], _inside[_half][1], rows, _scores);
        for (int i = 1; i < _blocks.Trials; i++)
        {
            best = _scores[i] > _scores[best] ? i : best;
        }

        double inSample = _scores[best];
        VectorScores.Sharpe(_outside[_half][0], _outside[_half][1], rows, _scores);
        double outOfSample = _scores[best];
        (int lower, int equal) = (0, 0);
        foreach (double score in _scores.AsSpan(0, _blocks.Trials))
        {
            lower += score < outOfSample ? 1 : 0;
            equal += score == outOfSample ? 1 : 0;
        }

        double rank = lower + ((equal + 1) / 2.0);
        double relative = rank / (_blocks.Trials + 1);
        return new CscvSplit(chosen, best, inSample, outOfSample, rank, relative, Math.Log(relative / (1 - relative)));
    }

    private void Extend(double[][][] levels, int taken, int block)
    {
        VectorScores.Add(levels[taken][0], _blocks.PaddedSums(block), levels[taken + 1][0]);
        VectorScores.Add(levels[taken][1], _blocks.PaddedSquares(block), levels[taken + 1][1]);
    }

    // For each number of blocks taken: sums and sums of squares.
    private double[][][] Levels() =>
        [.. Enumerable.Range(0, _half + 1).Select(_ => new[] { new double[_scores.Length], new double[_scores.Length] })];
}
