using System.Globalization;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Net profit over the grid of parameters.</summary>
internal sealed class ParameterFigure : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        if (report.Robustness?.Sensitivity is not { } result)
        {
            return null;
        }

        HeatMap map = HeatMap.Of(result.Grid, result.Profits);
        string best = string.Join(", ", result.Grid.Axes.Zip(result.Grid.Values(result.Best), (axis, value) => $"{axis.Name} {Text(value)}"));
        string more = result.Grid.Axes.Count > 2 ? " Further parameters are averaged." : "";
        return Frame.Figure(
            "parameters",
            "Parameters",
            $"Net profit, {report.Run.Currency}. Best: {best} with {Shown.SignedMoney(result.Profits[result.Best])}; its neighbours made {Shown.Percent(result.PlateauRatio)} of that on average, {Shown.Percent(result.ProfitableShare)} of all cells made a profit. A plateau is worth more than a peak.{more}",
            Markup.Join([Draw(map, result), new Markup($"<p class=axis>{Markup.Text(map.Columns.Name + (map.Rows is null ? "" : " across, " + map.Rows.Name + " up"))}</p>")]));
    }

    private static Markup Draw(HeatMap map, SensitivityResult result)
    {
        int across = map.Columns.Values.Count;
        int up = map.Cells.Count;
        double strongest = Math.Max(1e-9, map.Cells.SelectMany(r => r).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
        Plot plot = new Plot(0, across, 0, up) { Height = Math.Clamp(up * 26, 60, 440), Label = "Heat map of net profit by parameters" }
            .YAxis(map.Rows is null ? [] : Ticks(map.Rows.Values, 10))
            .XAxis(Ticks(map.Columns.Values, 12), grid: false);
        int[] best = result.Grid.Places(result.Best);
        for (int row = 0; row < up; row++)
        {
            for (int column = 0; column < across; column++)
            {
                double value = map.Cells[row][column];
                string name = (map.Rows is null ? "" : $"{map.Rows.Name} {Text(map.Rows.Values[row])}, ") + $"{map.Columns.Name} {Text(map.Columns.Values[column])}";
                plot.Box("cell", column, column + 1, row, row + 1, $"{name}: {Shown.SignedMoney(value)}", Colour(value / strongest));
            }
        }

        (int x, int y) = map.Rows is null ? (best[0], 0) : (best[1], best[0]);
        return plot.Box("best", x, x + 1, y, y + 1, "best").Render();
    }

    private static IEnumerable<AxisTick> Ticks(IReadOnlyList<double> values, int most)
    {
        int every = (values.Count + most - 1) / most;
        return values.Select((value, i) => new AxisTick(i + 0.5, Text(value))).Where((_, i) => i % every == 0);
    }

    // Strength by the square root: small profits still tell themselves from small losses.
    private static string Colour(double share) => string.Create(
        CultureInfo.InvariantCulture,
        $"color-mix(in srgb,var({(share < 0 ? "--loss" : "--gain")}) {Math.Round(Math.Sqrt(Math.Abs(share)) * 92)}%,var(--raised))");

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
