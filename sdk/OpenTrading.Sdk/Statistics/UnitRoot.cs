namespace OpenTrading.Sdk.Statistics;

/// <summary>The augmented Dickey-Fuller test: whether a series wanders without a level to return to.</summary>
/// <remarks>
/// Regression of the change on a constant, the level before it, and earlier changes; Said and Dickey, Biometrika 71 (1984). The p-value is MacKinnon's
/// response surface for one series with a constant, Journal of Business and Economic Statistics 12 (1994).
/// </remarks>
public static class UnitRoot
{
    private static readonly double[] SmallP = [2.1659, 1.4412, 0.038269];
    private static readonly double[] LargeP = [1.7339, 0.93202, -0.12745, -0.010368];

    /// <summary>Tests a series.</summary>
    /// <param name="values">Finite numbers, oldest first.</param>
    /// <param name="lags">Earlier changes in the regression; null for the cube root of the length.</param>
    /// <returns>
    /// The statistic, and the probability of one as low if the series did wander: below 0.05 it is taken for stationary. NaN where there are too few
    /// values, or they do not vary.
    /// </returns>
    public static (double Statistic, double PValue) AugmentedDickeyFuller(ReadOnlySpan<double> values, int? lags = null)
    {
        double statistic = Statistic(values, lags, hasConstant: true);
        return (statistic, PValueOf(statistic));
    }

    /// <summary>Probability of a statistic as low as this one if the series wanders.</summary>
    public static double PValueOf(double statistic) => statistic switch
    {
        double.NaN => double.NaN,
        > 2.74 => 1,
        < -18.83 => 0,
        _ => NormalDistribution.Cdf(Polynomial(statistic, statistic <= -1.61 ? SmallP : LargeP)),
    };

    /// <summary>The statistic alone, of a regression with or without a constant; NaN where there is none.</summary>
    internal static double Statistic(ReadOnlySpan<double> values, int? lags, bool hasConstant)
    {
        int k = lags ?? (int)Math.Cbrt(Math.Max(values.Length - 1, 0));
        int rows = values.Length - 1 - k;
        if (rows < 1)
        {
            return double.NaN;
        }

        double[][] columns = [.. Enumerable.Range(0, k + 2).Select(_ => new double[rows])];
        double[] change = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            int t = row + k + 1;
            change[row] = values[t] - values[t - 1];
            columns[0][row] = 1;
            columns[1][row] = values[t - 1];
            for (int lag = 1; lag <= k; lag++)
            {
                columns[1 + lag][row] = values[t - lag] - values[t - lag - 1];
            }
        }

        int level = hasConstant ? 1 : 0;
        return LinearModel.Fit(columns[(1 - level)..], change) is { } model ? model.Coefficients[level] / model.StandardErrors[level] : double.NaN;
    }

    internal static double Polynomial(double x, double[] rising)
    {
        double sum = 0;
        for (int i = rising.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + rising[i];
        }

        return sum;
    }
}
