using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>How long a record must be before its Sharpe ratio means something.</summary>
/// <remarks>Source: Bailey, López de Prado, The Sharpe ratio efficient frontier, Journal of Risk 15 (2012).</remarks>
public static class MinimumTrackRecordLength
{
    /// <summary>Periods after which the ratio is above the benchmark with the confidence asked for; NaN where it does not exceed it at all.</summary>
    /// <param name="sample">The ratio found, and its shape.</param>
    /// <param name="benchmark">Ratio a period to be beaten.</param>
    /// <param name="confidence">In (0.5, 1), such as 0.95.</param>
    public static double Periods(SharpeSample sample, double benchmark, double confidence)
    {
        if (confidence is not (> 0.5 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence must lie between 0.5 and 1, such as 0.95.");
        }

        double needed = NormalDistribution.Quantile(confidence) / (sample.Sharpe - benchmark);
        return sample.Sharpe > benchmark ? 1 + (sample.Spread * needed * needed) : double.NaN;
    }
}
