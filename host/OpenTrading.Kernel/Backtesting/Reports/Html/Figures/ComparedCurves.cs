using OpenTrading.Kernel.Backtesting.Reports.Comparison;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Return since the start and drawdown of several runs over one time.</summary>
internal static class ComparedCurves
{
    private const int MostPoints = 1500;
    private const int Gutter = 8;

    public static Markup Render(ComparedRuns compared)
    {
        long[] times = [.. Thinning.Evenly([.. compared.Runs.SelectMany(r => r.Equity.Select(e => e.Time.Ticks)).Distinct().Order()], MostPoints)];
        if (times.Length < 2)
        {
            return Markup.None;
        }

        double[][] returns = [.. compared.Runs.Select(r => Returns(r, times))];
        string[] names = [.. compared.Runs.Select(r => r.Name)];
        (string Style, string Name)[] legend = [.. compared.Runs.Select((r, k) => ($"s{k + 1}", r.Name))];
        return Frame.Figure(
            "compared-curves",
            "Return and drawdown",
            "Equity over the initial cash less one, day by day. Below: how far it stood under its highest value so far.",
            Markup.Join([Draw("Return", names, times, returns, 300), Draw("Drawdown", names, times, [.. returns.Select(Falls)], 130), Frame.Legend(legend)]),
            "wide");
    }

    private static Markup Draw(string what, string[] names, long[] times, double[][] lines, int height)
    {
        (double low, double high) = PlotRange.Of(lines.SelectMany(l => l).Append(0));
        Plot plot = new Plot(times[0], times[^1], low, what == "Drawdown" ? 0 : high)
        {
            Height = height,
            Gutter = Gutter,
            Label = what + " of each run",
            Kind = "line",
            Script = LineData.OfMany([.. lines.Select((l, k) => (names[k], $"s{k + 1}", "fraction", l))], times),
        }
            .YAxis(NumberTicks.Of(low, high, height / 50, PlotRange.PercentTick))
            .XAxis(TimeTicks.Of(times[0], times[^1], 12))
            .Level("base", 0);
        for (int k = 0; k < lines.Length; k++)
        {
            double[] line = lines[k];
            plot.Line($"s{k + 1}", times.Select((t, i) => ((double)t, line[i])));
        }

        return plot.Render();
    }

    /// <summary>Return at each time: that of the last day told by then. Nothing before the first day and after the last.</summary>
    private static double[] Returns(ComparedRun run, long[] times)
    {
        var returns = new double[times.Length];
        int next = 0;
        for (int i = 0; i < times.Length; i++)
        {
            while (next < run.Equity.Count && run.Equity[next].Time.Ticks <= times[i])
            {
                next++;
            }

            bool runs = next > 0 && times[i] <= run.Equity[^1].Time.Ticks;
            returns[i] = runs ? (run.Equity[next - 1].Equity / run.InitialCash) - 1 : double.NaN;
        }

        return returns;
    }

    private static double[] Falls(double[] returns)
    {
        double peak = 1;
        return
        [
            .. returns.Select(r =>
            {
                peak = Math.Max(peak, double.IsNaN(r) ? peak : 1 + r);
                return ((1 + r) / peak) - 1;
            }),
        ];
    }
}
