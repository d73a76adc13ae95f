namespace OpenTrading.Sdk.Statistics;

/// <summary>The standard normal distribution: mean 0, deviation 1.</summary>
public static class NormalDistribution
{
    private const double InverseRootOfTwoPi = 0.398942280401432678;

    // Below this the lower tail is smaller than the smallest double.
    private const double Farthest = 38.5;

    private static readonly double[] CentreTop =
        [2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249, .065682337918207449113];

    private static readonly double[] CentreBottom = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];

    private static readonly double[] SideTop =
    [
        .39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326,
        11602.651437647350124, 9842.7148383839780218, 1.0765576773720192317e-8,
    ];

    private static readonly double[] SideBottom =
    [
        22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091, 34900.952721145977266,
        38912.003286093271411, 19685.429676859990727,
    ];

    private static readonly double[] TailTop =
        [.21589853405795699, .1274011611602473639, .022235277870649807, .001421619193227893466, 2.9112874951168792e-5, .02307344176494017303];

    private static readonly double[] TailBottom =
        [1.28426009614491121, .468238212480865118, .0659881378689285515, .00378239633202758244, 7.29751555083966205e-5];

    /// <summary>Probability of a value at or below <paramref name="x"/>, to about 16 digits.</summary>
    /// <remarks>Source: Cody, Rational Chebyshev approximations for the error function, Mathematics of Computation 23 (1969).</remarks>
    public static double Cdf(double x)
    {
        double y = Math.Abs(x);
        if (double.IsNaN(x))
        {
            return double.NaN;
        }

        if (y <= 0.67448975)
        {
            return 0.5 + (x * Rational(x * x, CentreTop, CentreBottom));
        }

        double tail = y > Farthest ? 0 : Density(y) * (y <= 5.656854249492380195 ? Rational(y, SideTop, SideBottom) : Mills(y));
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>The value that is not exceeded with probability <paramref name="p"/>, to about 16 digits: the inverse of <see cref="Cdf"/>.</summary>
    /// <returns>Infinite at 0 and 1, NaN outside.</returns>
    /// <remarks>Source: Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37 (1988).</remarks>
    public static double Quantile(double p)
    {
        if (p is not (> 0 and < 1))
        {
            return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        }

        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * PercentagePoints.Centre(0.180625 - (q * q));
        }

        double r = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        double value = r <= 5 ? PercentagePoints.Side(r - 1.6) : PercentagePoints.Tail(r - 5);
        return q < 0 ? -value : value;
    }

    // exp(-y²/2) times a constant; the square is split, so that its rounding does not reach the exponent.
    private static double Density(double y)
    {
        double coarse = Math.Truncate(y * 16) / 16;
        return Math.Exp(-coarse * coarse / 2) * Math.Exp(-(y - coarse) * (y + coarse) / 2);
    }

    private static double Mills(double y)
    {
        double square = 1 / (y * y);
        return (InverseRootOfTwoPi - (square * Rational(square, TailTop, TailBottom))) / y;
    }

    /// <summary>
    /// Quotient of two polynomials by Horner's rule: the last number of the top leads it, the bottom is led by 1.
    /// </summary>
    private static double Rational(double x, double[] top, double[] bottom)
    {
        double above = top[^1] * x;
        double below = x;
        for (int i = 0; i < bottom.Length - 1; i++)
        {
            above = (above + top[i]) * x;
            below = (below + bottom[i]) * x;
        }

        return (above + top[^2]) / (below + bottom[^1]);
    }
}
