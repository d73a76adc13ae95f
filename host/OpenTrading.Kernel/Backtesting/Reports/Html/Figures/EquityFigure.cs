using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Figures;

/// <summary>Equity bar by bar, with the drawdown from its peak below.</summary>
internal sealed class EquityFigure : IReportPart
{
    private const int Stretches = 500;
    private const int Gutter = 10;

    public Markup? Render(BacktestReport report)
    {
        EquityCurve curve = report.Run.Curve;
        if (curve.Count < 2)
        {
            return null;
        }

        double[] falls = Falls(curve);
        int[] kept = [.. Thinning.Extremes(curve.Equity, Stretches).Union(Thinning.Extremes(falls, Stretches / 2)).Order()];
        string currency = report.Run.Currency;
        return Frame.Figure(
            "equity",
            "Equity and drawdown",
            $"Equity at every close, {currency}, open positions marked. Below: how far it stood under its highest value so far. The broken line is the initial cash.",
            Markup.Join([Upper(curve, kept), Lower(curve, falls, kept)]),
            "wide");
    }

    private static Markup Upper(EquityCurve curve, int[] kept)
    {
        (double low, double high) = PlotRange.Of(kept.Select(i => curve.Equity[i]).Append(curve.InitialCash));
        (double X, double Y)[] points = [.. kept.Select(i => ((double)curve.Times[i], curve.Equity[i]))];
        return new Plot(curve.Times[0], curve.Times[^1], low, high)
        {
            Height = 300,
            Gutter = Gutter,
            Label = $"Equity from {Shown.Money(curve.InitialCash)} to {Shown.Money(curve.Final)}",
            Kind = "line",
            Script = LineData.Of("Equity", "money", [.. kept.Select(i => curve.Times[i])], [.. kept.Select(i => curve.Equity[i])]),
        }
            .YAxis(NumberTicks.Of(low, high, 5))
            .XAxis(TimeTicks.Of(curve.Times[0], curve.Times[^1], 12))
            .Area("fill-ink", points, low)
            .Level("base", curve.InitialCash)
            .Line("ink", points)
            .Render();
    }

    private static Markup Lower(EquityCurve curve, double[] falls, int[] kept)
    {
        double deepest = Math.Min(falls.Min(), -0.001);
        (double X, double Y)[] points = [.. kept.Select(i => ((double)curve.Times[i], falls[i]))];
        int worst = Array.IndexOf(falls, falls.Min());
        return new Plot(curve.Times[0], curve.Times[^1], deepest * 1.15, 0)
        {
            Height = 110,
            Gutter = Gutter,
            Label = $"Drawdown, at most {Shown.Percent(-deepest)}",
            Kind = "line",
            Script = LineData.Of("Drawdown", "fraction", [.. kept.Select(i => curve.Times[i])], [.. kept.Select(i => falls[i])]),
        }
            .YAxis(NumberTicks.Of(deepest * 1.15, 0, 3, PlotRange.PercentTick))
            .XAxis(TimeTicks.Of(curve.Times[0], curve.Times[^1], 12).Select(t => t with { Label = "" }))
            .Area("fill-down", points, 0)
            .Line("down thin", points)
            .Note("down", curve.Times[worst], deepest, $"{Shown.Percent(falls[worst])}, {Shown.Day(curve.TimeOf(worst))}")
            .Render();
    }

    private static double[] Falls(EquityCurve curve)
    {
        var falls = new double[curve.Count];
        double peak = curve.InitialCash;
        for (int i = 0; i < falls.Length; i++)
        {
            peak = Math.Max(peak, curve.Equity[i]);
            falls[i] = (curve.Equity[i] - peak) / peak;
        }

        return falls;
    }
}
