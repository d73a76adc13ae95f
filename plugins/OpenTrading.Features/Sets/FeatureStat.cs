using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Sets;

/// <summary>A feature judged.</summary>
/// <param name="Name">Which.</param>
/// <param name="Mean">Mean of its values.</param>
/// <param name="Stdev">Standard deviation of its values.</param>
/// <param name="NullPct">Share of bars without a value, percent.</param>
/// <param name="Ic">Spearman's rank correlation with the return that follows, -1 to 1; null where it cannot be told.</param>
/// <param name="IcT">Its t-statistic, as if only every horizon-th bar counted, since the returns overlap.</param>
/// <param name="StationaryP">Probability of the augmented Dickey-Fuller statistic if the feature wandered; below 0.05 it is stationary.</param>
public sealed record FeatureStat(string Name, double? Mean, double? Stdev, double NullPct, double? Ic, double? IcT, double? StationaryP)
{
    private const int LeastKnown = 30;

    internal static FeatureStat Of(string name, ReadOnlySpan<double> values, double[] returns, int horizon)
    {
        var known = new List<double>(values.Length);
        var followed = new List<double>(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
            {
                known.Add(values[i]);
                followed.Add(returns[i]);
            }
        }

        double missing = Math.Round(100.0 * (values.Length - known.Count) / values.Length, 2);
        if (known.Count < LeastKnown)
        {
            return new FeatureStat(name, null, null, missing, null, null, null);
        }

        double[] x = [.. known];
        double ic = Correlation.Spearman(x, [.. followed]);
        double free = (x.Length / (double)horizon) - 2;
        double t = free > 0 ? ic * Math.Sqrt(free / (1 - (ic * ic))) : double.NaN;
        return new FeatureStat(name, Shown(Moments.Mean(x), 6), Shown(Moments.Deviation(x), 6), missing, Shown(ic, 4), Shown(t, 4), Shown(UnitRoot.AugmentedDickeyFuller(x).PValue, 4));
    }

    private static double? Shown(double value, int digits) => double.IsFinite(value) ? Rounding.Significant(value, digits) : null;
}
