using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>Variance and covariance: a normal distribution without a mean, its deviation growing with the root of time.</summary>
internal sealed class ParametricLosses : ILossModel
{
    public LossTail Of(double[] exposures, ReturnTable daily, int days, double confidence)
    {
        // The deviation of the sum has all the covariances in it.
        double[] changes = [.. Enumerable.Range(0, daily.Days).Select(t => exposures.Select((e, i) => e * daily.Columns[i][t]).Sum())];
        double sigma = Moments.Deviation(changes) * Math.Sqrt(days);
        double z = NormalDistribution.Quantile(confidence);
        double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return new LossTail(z * sigma, sigma * density / (1 - confidence));
    }
}
