using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;
using OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Where other histories would have led: bands along the way, percentiles at the end.</summary>
internal sealed class MonteCarloFigure : IReportPart
{
    private static readonly (string Name, double Share)[] Columns = [("5 %", 0.05), ("50 %", 0.5), ("95 %", 0.95)];

    public Markup? Render(BacktestReport report) => report.Robustness?.MonteCarlo is { Count: > 0 } results
        ? Markup.Join(results.Select(r => One(r, results.Count % 3 == 0 ? "least" : "")))
        : null;

    private static Markup One(MonteCarloResult result, string width) => Frame.Figure(
        "monte-carlo-" + result.Method,
        "Monte Carlo: " + result.Method.Replace('-', ' '),
        $"{result.Meaning} {Shown.Whole(result.Paths.Count)} paths; {Shown.Percent(result.ProbabilityOfLoss)} of them end with a loss.",
        Markup.Join([Fan(result), Frame.Legend(("ink", "half of the paths, and nine in ten"), ("mark", "as it happened")), Table(result)]),
        width);

    private static Markup Fan(MonteCarloResult result)
    {
        (double low, double high) = PlotRange.Of(result.Fan.SelectMany(f => new[] { f.P5, f.P95, f.Original }));
        return new Plot(0, result.Steps, low, high) { Height = 200, Label = "Bands of the paths' equity" }
            .YAxis(NumberTicks.Of(low, high, 4))
            .XAxis(NumberTicks.Of(0, result.Steps, 5))
            .Band("fill-outer", [.. result.Fan.Select(f => ((double)f.Step, f.P5, f.P95))])
            .Band("fill-inner", [.. result.Fan.Select(f => ((double)f.Step, f.P25, f.P75))])
            .Line("ink", result.Fan.Select(f => ((double)f.Step, f.P50)))
            .Line("original", result.Fan.Select(f => ((double)f.Step, f.Original)))
            .Level("base", result.Fan[0].Original)
            .Render();
    }

    private static Markup Table(MonteCarloResult result)
    {
        var table = new HtmlTable([new TableColumn("", true), new TableColumn("as it was"), .. Columns.Select(c => new TableColumn(c.Name))]);
        table.Row().Cell("Total return", "wrap slim").Cell(Shown.Percent(result.Original.TotalReturn));
        foreach ((_, double share) in Columns)
        {
            table.Cell(Shown.Percent(result.Percentile(p => p.TotalReturn, share)));
        }

        table.Row().Cell("Deepest drawdown", "wrap slim").Cell(Shown.Percent(result.Original.MaxDrawdownPct / 100));
        foreach ((_, double share) in Columns)
        {
            table.Cell(Shown.Percent(result.Percentile(p => p.MaxDrawdownPct, share) / 100));
        }

        return table.Render();
    }
}
