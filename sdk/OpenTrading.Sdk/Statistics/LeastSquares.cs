namespace OpenTrading.Sdk.Statistics;

/// <summary>Straight lines through points.</summary>
public static class LeastSquares
{
    /// <summary>The line y = slope · x + intercept with the least squared vertical distances. NaN where x does not vary.</summary>
    public static (double Slope, double Intercept) Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = Moments.Mean(x);
        double meanY = Moments.Mean(y);
        (double both, double square) = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            both += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }

        double slope = square > 0 ? both / square : double.NaN;
        return (slope, meanY - (slope * meanX));
    }
}
