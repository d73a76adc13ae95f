using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>How much of a Sharpe ratio is to be cut off because it was selected among many.</summary>
/// <remarks>Source: Harvey, Liu, Backtesting, Journal of Portfolio Management 42 (2015), with the adjustment of Bonferroni.</remarks>
public static class SharpeHaircut
{
    /// <summary>
    /// Share of the ratio that goes: its t-value has a two-sided p-value, which is multiplied by the number of trials; the haircut is what is lost on the
    /// way back to a t-value. 0 to 1; 1 for a ratio that is not above 0, NaN for one that is undefined.
    /// </summary>
    /// <param name="sample">The ratio found.</param>
    /// <param name="trials">Independent trials it was selected from, 1 or more; they need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trials are below 1.</exception>
    public static double Fraction(SharpeSample sample, double trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (!(sample.Sharpe > 0))
        {
            return double.IsNaN(sample.Sharpe) ? double.NaN : 1;
        }

        double t = sample.Sharpe * Math.Sqrt(sample.Periods);
        double half = Math.Min(0.5, NormalDistribution.Cdf(-t) * trials);

        // So far out that no number of trials could explain it.
        return half <= 0 ? 0 : Math.Clamp(1 - (NormalDistribution.Quantile(1 - half) / t), 0, 1);
    }
}
