using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

/// <summary>Looks at the surroundings of the best cell of a grid.</summary>
public static class ParameterSensitivity
{
    /// <summary>Looks.</summary>
    /// <param name="grid">The parameters tried.</param>
    /// <param name="profits">Net profit of each cell, account currency.</param>
    /// <exception cref="ArgumentException">There are not as many profits as cells.</exception>
    public static SensitivityResult Of(ParameterGrid grid, IReadOnlyList<double> profits)
    {
        if (profits.Count != grid.Count)
        {
            throw new ArgumentException($"The grid has {grid.Count} cells, not {profits.Count}.", nameof(profits));
        }

        int best = Enumerable.Range(0, profits.Count).MaxBy(i => profits[i]);
        IReadOnlyList<int> neighbours = grid.Neighbours(best);
        return new SensitivityResult
        {
            Grid = grid,
            Profits = profits,
            Best = best,
            Neighbours = neighbours,
            NeighbourMean = Moments.Mean([.. neighbours.Select(i => profits[i])]),
        };
    }
}
