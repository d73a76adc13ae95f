namespace OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

/// <summary>Whether the best parameters stand on a plateau or on a spike.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SensitivityResult
{
    /// <summary>The grid.</summary>
    public required ParameterGrid Grid { get; init; }

    /// <summary>Net profit of each cell, account currency.</summary>
    public required IReadOnlyList<double> Profits { get; init; }

    /// <summary>Cell with the highest profit, the first of equals.</summary>
    public required int Best { get; init; }

    /// <summary>Cells around it.</summary>
    public required IReadOnlyList<int> Neighbours { get; init; }

    /// <summary>Their mean net profit. NaN where there are none.</summary>
    public required double NeighbourMean { get; init; }

    /// <summary>Neighbours' mean over the best: near 1 is a plateau, near 0 a spike. NaN where the best is no profit.</summary>
    public double PlateauRatio => Profits[Best] > 0 ? NeighbourMean / Profits[Best] : double.NaN;

    /// <summary>Share of cells with a profit above 0.</summary>
    public double ProfitableShare => (double)Profits.Count(p => p > 0) / Profits.Count;
}
