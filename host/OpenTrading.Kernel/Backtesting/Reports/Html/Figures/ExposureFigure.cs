using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Value of the positions over equity, long above the axis and short below.</summary>
internal sealed class ExposureFigure : IReportPart
{
    private const int Columns = 160;

    public Markup? Render(BacktestReport report)
    {
        EquityCurve curve = report.Run.Curve;
        if (report.Run.Fills.Count == 0 || curve.Count < 2)
        {
            return null;
        }

        int columns = Math.Min(Columns, curve.Count);
        (double[] longs, double[] shorts) = Shares(report.Run, columns);
        (double low, double high) = PlotRange.WithZero([.. longs, .. shorts.Select(s => -s)]);
        Plot plot = new Plot(0, columns, low, high) { Height = 250, Label = "Position value over equity" }
            .YAxis(NumberTicks.Of(low, high, 4, PlotRange.PercentTick))
            .XAxis(TimeTicks.Of(curve.Times[0], curve.Times[^1], 8).Select(t => t with { Value = (double)curve.BarAt(new DateTime((long)t.Value)) / curve.Count * columns }));
        for (int k = 0; k < columns; k++)
        {
            string when = Shown.Day(curve.TimeOf((int)((long)curve.Count * k / columns)));
            if (longs[k] > 0)
            {
                plot.Box("ink", k + 0.08, k + 0.92, 0, longs[k], $"from {when}: long {Shown.Percent(longs[k])} on average");
            }

            if (shorts[k] > 0)
            {
                plot.Box("second", k + 0.08, k + 0.92, -shorts[k], 0, $"from {when}: short {Shown.Percent(shorts[k])} on average");
            }
        }

        return Frame.Figure(
            "exposure",
            "Exposure",
            $"Value of the net position over equity, averaged over each stretch. In the market at the end of {Shown.Percent(report.Summary.Activity.Exposure)} of the bars.",
            Markup.Join([plot.Level("base", 0).Render(), Frame.Legend(("ink", "long"), ("second", "short"))]));
    }

    private static (double[] Longs, double[] Shorts) Shares(RunRecord run, int columns)
    {
        EquityCurve curve = run.Curve;
        (var longs, var shorts) = (new double[columns], new double[columns]);
        var net = new Dictionary<int, (long Steps, double ValuePerStep)>();
        int next = 0;
        for (int bar = 0; bar < curve.Count; bar++)
        {
            for (; next < run.Fills.Count && curve.BarAt(run.Fills[next].Time) <= bar; next++)
            {
                SimulatedFill fill = run.Fills[next];
                long steps = fill.Side == OrderSide.Buy ? fill.Steps : -fill.Steps;
                net[fill.InstrumentIndex] = (net.GetValueOrDefault(fill.InstrumentIndex).Steps + steps, fill.Notional / fill.Steps);
            }

            double equity = curve.Equity[bar];
            int column = (int)((long)bar * columns / curve.Count);
            foreach ((long steps, double value) in net.Values)
            {
                (steps > 0 ? longs : shorts)[column] += equity > 0 ? Math.Abs(steps) * value / equity : 0;
            }
        }

        for (int k = 0; k < columns; k++)
        {
            long bars = ((long)curve.Count * (k + 1) / columns) - ((long)curve.Count * k / columns);
            longs[k] /= bars;
            shorts[k] /= bars;
        }

        return (longs, shorts);
    }
}
