namespace OpenTrading.Sdk.Statistics;

/// <summary>Whether two wandering series keep to each other.</summary>
/// <remarks>
/// The two steps of Engle and Granger, Econometrica 55 (1987): a line of one series on the other, then the test of <see cref="UnitRoot"/> on what is left,
/// without a constant. The p-value is MacKinnon's response surface for two series with a constant, Journal of Business and Economic Statistics 12 (1994).
/// </remarks>
public static class Cointegration
{
    private static readonly double[] SmallP = [2.92, 1.5012, 0.039796];
    private static readonly double[] LargeP = [2.1945, 0.64695, -0.29198, -0.042377];

    /// <summary>Tests two series.</summary>
    /// <param name="a">Finite numbers, oldest first.</param>
    /// <param name="b">As many.</param>
    /// <param name="lags">Earlier changes in the regression; null for the cube root of the length.</param>
    /// <returns>
    /// The line <c>a = slope · b + intercept</c>, and the probability of a statistic as low if the series did not keep to each other. NaN where there are too
    /// few values, or <paramref name="b"/> does not vary.
    /// </returns>
    public static (double Slope, double Intercept, double Statistic, double PValue) EngleGranger(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int? lags = null)
    {
        (double slope, double intercept) = LeastSquares.Line(b, a);
        double[] left = new double[a.Length];
        for (int i = 0; i < left.Length; i++)
        {
            left[i] = a[i] - (slope * b[i]) - intercept;
        }

        double statistic = UnitRoot.Statistic(left, lags, hasConstant: false);
        return (slope, intercept, statistic, PValueOf(statistic));
    }

    /// <summary>Probability of a statistic as low as this one if the two series do not keep to each other.</summary>
    /// <param name="statistic">The statistic.</param>
    public static double PValueOf(double statistic) => statistic switch
    {
        double.NaN => double.NaN,
        > 0.92 => 1,
        < -18.86 => 0,
        _ => NormalDistribution.Cdf(UnitRoot.Polynomial(statistic, statistic <= -2.62 ? SmallP : LargeP)),
    };
}
