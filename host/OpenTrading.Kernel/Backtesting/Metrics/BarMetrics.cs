namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Reward over risk of the returns from bar to bar.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BarMetrics
{
    /// <summary>Sharpe ratio of the bar returns, a year.</summary>
    public required double Sharpe { get; init; }

    /// <summary>Sortino ratio of the bar returns, a year.</summary>
    public required double Sortino { get; init; }

    internal static MetricGroup Group { get; } = new("Risk and return by bar",
    [
        new("sharpeBars", "Sharpe ratio, bars", MetricUnit.Ratio, MetricAim.Higher, "Mean over deviation of the returns from bar to bar, a year.", s => s.Bars.Sharpe),
        new("sortinoBars", "Sortino ratio, bars", MetricUnit.Ratio, MetricAim.Higher, "Mean over downside deviation of the returns from bar to bar, a year.", s => s.Bars.Sortino),
    ]);

    /// <summary>Computes them.</summary>
    /// <param name="curve">Equity.</param>
    /// <param name="riskFreeRate">Annual rate that is subtracted, a fraction.</param>
    public static BarMetrics Of(EquityCurve curve, double riskFreeRate)
    {
        ReadOnlySpan<double> equity = curve.Equity;
        var returns = new double[Math.Max(0, equity.Length - 1)];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = (equity[i + 1] / equity[i]) - 1;
        }

        (double sharpe, double sortino) = ReturnRatios.Of(returns, riskFreeRate, ProfitMetrics.Of(curve).BarsPerYear);
        return new BarMetrics { Sharpe = sharpe, Sortino = sortino };
    }
}
