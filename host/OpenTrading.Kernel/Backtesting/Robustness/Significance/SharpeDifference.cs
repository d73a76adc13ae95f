using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>Whether two Sharpe ratios over the same days differ by more than chance.</summary>
/// <remarks>Source: Jobson, Korkie, Journal of Finance 36 (1981), with the correction of Memmel, Finance Letters 1 (2003).</remarks>
public static class SharpeDifference
{
    /// <summary>Probability of a difference as large as this, in either direction, between two equal strategies; NaN where either never varies.</summary>
    /// <param name="first">Returns of one.</param>
    /// <param name="second">Returns of the other over the same periods.</param>
    /// <exception cref="ArgumentException">They differ in length.</exception>
    public static double PValue(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Returns of {first.Length} periods cannot be held against {second.Length}.", nameof(second));
        }

        double a = SharpeSample.Of(first).Sharpe;
        double b = SharpeSample.Of(second).Sharpe;
        double correlation = Correlation.Pearson(first, second);
        double variance = (2 - (2 * correlation) + (0.5 * ((a * a) + (b * b) - (2 * a * b * correlation * correlation)))) / first.Length;

        // Two runs that are one and the same differ by nothing, whatever rounding makes of their variance.
        return a == b ? 1 : 2 * NormalDistribution.Cdf(-Math.Abs(a - b) / Math.Sqrt(variance));
    }
}
