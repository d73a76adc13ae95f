using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>Probability that the true Sharpe ratio lies above a benchmark, given length and shape of the sample.</summary>
/// <remarks>Source: Bailey, López de Prado, The Sharpe ratio efficient frontier, Journal of Risk 15 (2012).</remarks>
public static class ProbabilisticSharpe
{
    /// <summary>That probability; NaN where the sample's own ratio or its error is undefined.</summary>
    /// <param name="sample">The ratio found.</param>
    /// <param name="benchmark">Ratio a period to be beaten.</param>
    public static double Of(SharpeSample sample, double benchmark) =>
        NormalDistribution.Cdf((sample.Sharpe - benchmark) * Math.Sqrt(sample.Periods - 1) / Math.Sqrt(sample.Spread));
}
