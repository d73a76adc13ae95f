using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>Reward over risk of a series of returns, a year.</summary>
internal static class ReturnRatios
{
    /// <summary>Sharpe and Sortino ratio. NaN where the returns do not vary, or none is a loss.</summary>
    /// <param name="returns">Returns of equal periods.</param>
    /// <param name="riskFreeRate">Annual rate subtracted from them, a fraction.</param>
    /// <param name="periods">Periods a year.</param>
    public static (double Sharpe, double Sortino) Of(ReadOnlySpan<double> returns, double riskFreeRate, double periods)
    {
        double free = riskFreeRate / periods;
        double excess = Moments.Mean(returns) - free;
        double deviation = Moments.Deviation(returns);
        double losses = 0;
        foreach (double value in returns)
        {
            double loss = Math.Min(value - free, 0);
            losses += loss * loss;
        }

        double root = Math.Sqrt(periods);
        return (
            deviation > 0 ? excess / deviation * root : double.NaN,
            losses > 0 ? excess / Math.Sqrt(losses / returns.Length) * root : double.NaN);
    }
}
