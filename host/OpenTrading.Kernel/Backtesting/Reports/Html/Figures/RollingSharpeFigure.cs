using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Sharpe ratio of the last quarter and the last year, day by day.</summary>
internal sealed class RollingSharpeFigure : IReportPart
{
    private const int Quarter = 63;
    private const int Year = 252;
    private const int Stretches = 300;

    public Markup? Render(BacktestReport report)
    {
        IReadOnlyList<DailyReturn> days = report.Summary.Days;
        if (days.Count <= Quarter)
        {
            return null;
        }

        double[] returns = [.. days.Select(d => d.Return)];
        double[] quarter = Rolling(returns, Quarter);
        double[] year = Rolling(returns, Year);
        int[] kept = [.. Thinning.Extremes(quarter.AsSpan(Quarter - 1), Stretches).Select(i => i + Quarter - 1)];
        long[] times = [.. kept.Select(i => days[i].Day.ToDateTime(TimeOnly.MinValue).Ticks)];
        (double low, double high) = PlotRange.Of(kept.Select(i => quarter[i]).Concat(kept.Select(i => year[i])).Append(0));
        Plot plot = new Plot(times[0], times[^1], low, high)
        {
            Height = 220,
            Label = "Rolling Sharpe ratio over 63 and 252 days",
            Kind = "line",
            Script = LineData.OfMany([("63 days", "faint", "ratio", Take(quarter)), ("252 days", "ink", "ratio", Take(year))], times),
        }
            .YAxis(NumberTicks.Of(low, high, 5))
            .XAxis(TimeTicks.Of(times[0], times[^1], 8))
            .Level("base", 0)
            .Line("faint", kept.Select((i, k) => ((double)times[k], quarter[i])))
            .Line("ink", kept.Select((i, k) => ((double)times[k], year[i])));
        return Frame.Figure(
            "rolling-sharpe",
            "Rolling Sharpe ratio",
            "Of the daily returns of the last 63 and 252 trading days, a year. An edge that lasts keeps the dark line on one side of zero.",
            Markup.Join([plot.Render(), Frame.Legend(("quiet", "63 days"), ("ink", "252 days"))]));

        double[] Take(double[] values) => [.. kept.Select(i => values[i])];
    }

    private static double[] Rolling(double[] returns, int length)
    {
        var ratios = new double[returns.Length];
        Array.Fill(ratios, double.NaN);
        for (int i = length - 1; i < returns.Length; i++)
        {
            ReadOnlySpan<double> window = returns.AsSpan(i - length + 1, length);
            double deviation = Moments.Deviation(window);
            ratios[i] = deviation > 0 ? Moments.Mean(window) / deviation * Math.Sqrt(DailyMetrics.DaysPerYear) : double.NaN;
        }

        return ratios;
    }
}
