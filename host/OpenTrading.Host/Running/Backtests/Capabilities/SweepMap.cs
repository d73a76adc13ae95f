using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Net profit over two parameters.</summary>
/// <param name="Rows">Parameter of the rows.</param>
/// <param name="RowValues">Its values.</param>
/// <param name="Columns">Parameter of the columns.</param>
/// <param name="ColumnValues">Its values.</param>
/// <param name="Cells">Net profit, row by row, account currency; the mean over further parameters.</param>
internal sealed record SweepMap(string Rows, IReadOnlyList<double> RowValues, string Columns, IReadOnlyList<double> ColumnValues, IReadOnlyList<IReadOnlyList<double>> Cells)
{
    // More would not be read by anyone, and cost its reader dear.
    private const int MostCells = 400;

    /// <summary>The map of a grid; null for one parameter, or too many values.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="profits">Net profit of each cell.</param>
    public static SweepMap? Of(ParameterGrid grid, IReadOnlyList<double> profits)
    {
        if (grid.Axes.Count < 2 || (long)grid.Axes[0].Values.Count * grid.Axes[1].Values.Count > MostCells)
        {
            return null;
        }

        HeatMap map = HeatMap.Of(grid, profits);
        return new SweepMap(map.Rows!.Name, map.Rows.Values, map.Columns.Name, map.Columns.Values, [.. map.Cells.Select(row => row.Select(c => Math.Round(c, 2)).ToArray())]);
    }
}
