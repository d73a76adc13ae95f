using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>How often which daily return came, with value at risk and expected shortfall.</summary>
internal sealed class ReturnHistogramFigure : IReportPart
{
    private const int Bins = 60;
    private const double Tail = 0.002;

    public Markup? Render(BacktestReport report)
    {
        DailyMetrics daily = report.Summary.Daily;
        double[] returns = [.. report.Summary.Days.Select(d => d.Return).Order()];
        if (returns.Length < 2 || !(daily.Deviation > 0))
        {
            return null;
        }

        // A single day far out would squeeze all others into one bin: it counts to the outermost.
        double reach = Math.Max(Math.Abs(Quantile.OfSorted(returns, Tail)), Math.Abs(Quantile.OfSorted(returns, 1 - Tail)));
        double width = (reach > 0 ? reach : returns.Max(Math.Abs)) * 2 / Bins;
        double left = -width * Bins / 2;
        var counts = new int[Bins];
        foreach (double value in returns)
        {
            counts[Math.Clamp((int)Math.Floor((value - left) / width), 0, Bins - 1)]++;
        }

        double high = counts.Max() * 1.15;
        Plot plot = new Plot(left, -left, 0, high) { Height = 220, Label = "Histogram of daily returns" }
            .YAxis(NumberTicks.Of(0, high, 4))
            .XAxis(NumberTicks.Of(left, -left, 7, PlotRange.PercentTick), grid: false);
        for (int bin = 0; bin < Bins; bin++)
        {
            double from = left + (bin * width);
            plot.Box(
                bin < Bins / 2 ? "down" : "up", from + (width * 0.06), from + (width * 0.94), 0, counts[bin],
                $"{Shown.Percent(from)} to {Shown.Percent(from + width)}: {Shown.Whole(counts[bin])} days");
        }

        plot.Line("ink", Enumerable.Range(0, 121).Select(k => left + (k * width * Bins / 120)).Select(x => (x, Normal(x, daily) * returns.Length * width)));
        plot.Place("mark", -daily.ConditionalValueAtRisk95, high, "CVaR");
        plot.Place("mark", -daily.ValueAtRisk95, high * 0.9, "VaR");
        return Frame.Figure(
            "daily-returns",
            "Daily returns",
            $"Days by return. On the worst 5 % of days {Shown.Percent(daily.ValueAtRisk95)} or more was lost, {Shown.Percent(daily.ConditionalValueAtRisk95)} on average. The curve is a normal distribution of the same mean and deviation.",
            plot.Render());
    }

    private static double Normal(double x, DailyMetrics daily)
    {
        double z = (x - daily.Mean) / daily.Deviation;
        return Math.Exp(-z * z / 2) / (daily.Deviation * Math.Sqrt(2 * Math.PI));
    }
}
