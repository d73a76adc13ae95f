using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Backtesting.Robustness.Significance;

/// <summary>A Sharpe ratio a period, not a year, with what decides how far it can be trusted.</summary>
/// <param name="Sharpe">Mean over standard deviation with n - 1.</param>
/// <param name="Periods">Number of returns.</param>
/// <param name="Skewness">Third standardised moment of the population.</param>
/// <param name="Kurtosis">Fourth standardised moment of the population; a normal distribution has 3.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct SharpeSample(double Sharpe, int Periods, double Skewness, double Kurtosis)
{
    /// <summary>Of a series of returns; NaN where they do not vary.</summary>
    public static SharpeSample Of(ReadOnlySpan<double> returns)
    {
        double deviation = Moments.Deviation(returns);
        return new SharpeSample(
            deviation > 0 ? Moments.Mean(returns) / deviation : double.NaN, returns.Length, Moments.Skewness(returns), Moments.Kurtosis(returns));
    }

    /// <summary>Variance of the estimate times its periods: 1 - g3·SR + (g4 - 1)/4·SR² (Mertens, 2002).</summary>
    internal double Spread => 1 - (Skewness * Sharpe) + ((Kurtosis - 1) / 4 * Sharpe * Sharpe);
}
