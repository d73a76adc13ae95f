using System.Globalization;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>What every window promised and kept, and the equity of what it kept.</summary>
internal sealed class WalkForwardFigure : IReportPart
{
    private const int Stretches = 250;

    public Markup? Render(BacktestReport report) => report.Robustness?.WalkForwards is { Count: > 0 } results
        ? Markup.Join(results.Select(r => One(r, report)))
        : null;

    private static Markup One(WalkForwardResult result, BacktestReport report)
    {
        bool anchored = result.Plan.Mode == WalkForwardMode.Anchored;
        string kept = double.IsNaN(result.Efficiency)
            ? "In sample nothing was earned that could be kept."
            : $"Of the in-sample profit a bar {Shown.Percent(result.Efficiency)} was kept.";
        return Frame.Figure(
            anchored ? "walk-forward-anchored" : "walk-forward-rolling",
            anchored ? "Walk-forward, anchored" : "Walk-forward, rolling",
            $"Each window chooses the best of {Shown.Whole(result.Candidates)} on {(anchored ? "all bars before" : Shown.Whole(result.Plan.InSampleBars) + " bars")} and trades the next {Shown.Whole(result.Plan.OutOfSampleBars)}. {kept}",
            Markup.Join(
            [
                Equity(result),
                new Markup("<h4 class=axis>Profit a bar: promised in sample, kept out of sample</h4>"),
                Windows(result),
                Frame.Legend(("quiet", "in sample"), ("up", "out of sample, gain"), ("down", "out of sample, loss")),
                Table(result, report),
            ]));
    }

    private static Markup Equity(WalkForwardResult result)
    {
        double[] equity = [.. result.Equity];
        (double low, double high) = PlotRange.Of(equity);
        IReadOnlyList<int> kept = Thinning.Extremes(equity, Stretches);
        Plot plot = new Plot(0, equity.Length, low, high) { Height = 150, Label = "Equity of the out-of-sample bars" }
            .YAxis(NumberTicks.Of(low, high, 4))
            .XAxis(result.Steps.Select((s, k) => new AxisTick(k * result.Plan.OutOfSampleBars, k == 0 ? "" : (k + 1).ToString(CultureInfo.InvariantCulture))));
        return plot.Level("base", equity[0] - (result.OutOfSampleProfit - (equity[^1] - equity[0]))).Line("ink", kept.Select(i => ((double)i, equity[i]))).Render();
    }

    private static Markup Windows(WalkForwardResult result)
    {
        (double In, double Out)[] rates = [.. result.Steps.Select(s => (s.InSampleProfit / s.Window.InSample.Count, s.OutOfSampleProfit / s.Window.OutOfSample.Count))];
        (double low, double high) = PlotRange.WithZero(rates.SelectMany(r => new[] { r.In, r.Out }));
        Plot plot = new Plot(0, rates.Length, low, high) { Height = 120, Label = "Profit a bar of each window in and out of sample" }
            .YAxis(NumberTicks.Of(low, high, 3))
            .XAxis(rates.Select((_, i) => new AxisTick(i + 0.5, (i + 1).ToString(CultureInfo.InvariantCulture))), grid: false);
        for (int i = 0; i < rates.Length; i++)
        {
            (double inside, double outside) = rates[i];
            plot.Box("quiet", i + 0.12, i + 0.48, Math.Min(0, inside), Math.Max(0, inside), $"window {i + 1}, in sample: {Shown.Ratio(inside)} a bar");
            plot.Box(outside >= 0 ? "up" : "down", i + 0.52, i + 0.88, Math.Min(0, outside), Math.Max(0, outside), $"window {i + 1}, out of sample: {Shown.Ratio(outside)} a bar");
        }

        return plot.Level("base", 0).Render();
    }

    private static Markup Table(WalkForwardResult result, BacktestReport report)
    {
        var table = new HtmlTable(new TableColumn("Window", true), new TableColumn("Chosen", true), new TableColumn("In sample"), new TableColumn("Out of sample")) { Style = "tall short" };
        foreach (WalkForwardStep step in result.Steps)
        {
            table.Row().Cell((step.Window.Index + 1).ToString(CultureInfo.InvariantCulture)).Cell(Name(step.Selected, report), "wrap").Money(step.InSampleProfit).Money(step.OutOfSampleProfit);
        }

        return table.Render();
    }

    // The grid names the candidates where it is the one they came from.
    private static string Name(int candidate, BacktestReport report) => report.Robustness?.Sensitivity?.Grid is { } grid && candidate < grid.Count
        ? string.Join(", ", grid.Axes.Zip(grid.Values(candidate), (axis, value) => string.Create(CultureInfo.InvariantCulture, $"{axis.Name} {value:0.######}")))
        : string.Create(CultureInfo.InvariantCulture, $"candidate {candidate}");
}
