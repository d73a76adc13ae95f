namespace OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

/// <summary>A grid seen along two of its axes; further ones are averaged away.</summary>
/// <param name="Rows">Axis of the rows; null for a grid of one axis.</param>
/// <param name="Columns">Axis of the columns.</param>
/// <param name="Cells">Mean net profit, row by row, account currency.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record HeatMap(ParameterAxis? Rows, ParameterAxis Columns, IReadOnlyList<IReadOnlyList<double>> Cells)
{
    /// <summary>Looks at a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="profits">Net profit of each cell.</param>
    /// <param name="rows">Axis of the rows; ignored where there is but one.</param>
    /// <param name="columns">Axis of the columns.</param>
    public static HeatMap Of(ParameterGrid grid, IReadOnlyList<double> profits, int rows = 0, int columns = 1)
    {
        bool single = grid.Axes.Count == 1;
        ParameterAxis across = grid.Axes[single ? 0 : columns];
        ParameterAxis? down = single ? null : grid.Axes[rows];
        var sums = new double[down?.Values.Count ?? 1, across.Values.Count];
        for (int i = 0; i < grid.Count; i++)
        {
            int[] places = grid.Places(i);
            sums[single ? 0 : places[rows], places[single ? 0 : columns]] += profits[i];
        }

        int averaged = grid.Count / sums.Length;
        return new HeatMap(
            down,
            across,
            [.. Enumerable.Range(0, sums.GetLength(0)).Select(r => Enumerable.Range(0, sums.GetLength(1)).Select(c => sums[r, c] / averaged).ToArray())]);
    }
}
