using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>The highest of many standard normal numbers that is to be expected: what the best of worthless trials looks like.</summary>
/// <remarks>Source: Bailey, López de Prado, The deflated Sharpe ratio, Journal of Portfolio Management 40 (2014).</remarks>
public static class ExpectedMaximum
{
    private const double EulerMascheroni = 0.5772156649015329;

    /// <summary>(1 - γ)·Φ⁻¹(1 - 1/N) + γ·Φ⁻¹(1 - 1/(N·e)); 0 for a single trial, from which nothing was selected.</summary>
    /// <param name="trials">Number of independent trials, 1 or more; it need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public static double Of(double trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        double expected = ((1 - EulerMascheroni) * NormalDistribution.Quantile(1 - (1 / trials)))
            + (EulerMascheroni * NormalDistribution.Quantile(1 - (1 / (trials * Math.E))));

        // The formula is an approximation for many trials; below two it would fall under what one trial has.
        return Math.Max(0, expected);
    }
}
