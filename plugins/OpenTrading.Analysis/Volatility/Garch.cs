using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Volatility;

/// <summary>
/// Variance that follows the squares before it: <c>v = w + a · r² + b · v</c> of the bar before. Bollerslev, Journal of Econometrics 31 (1986), of
/// order 1, 1, with normal innovations and the long-run variance held to that of the sample (variance targeting; Engle and Mezrich, Risk 9, 1996).
/// </summary>
/// <param name="Alpha">Weight of the latest square.</param>
/// <param name="Beta">Weight of the latest variance.</param>
/// <param name="Forecast">Variance of the next return.</param>
internal readonly record struct Garch(double Alpha, double Beta, double Forecast)
{
    /// <summary>Fewest returns that a fit means something for.</summary>
    public const int Least = 250;

    private const double Persistence = 0.9999;
    private const double FirstStep = 0.04;
    private const double LastStep = 1e-6;

    private static readonly (int Alpha, int Beta)[] Ways = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1), (1, 1), (-1, -1)];

    /// <summary>The likeliest weights, by a search with ever shorter steps that needs no chance; null where there are too few returns, or none moves.</summary>
    /// <param name="returns">Logarithmic returns, oldest first.</param>
    public static Garch? Fit(ReadOnlySpan<double> returns)
    {
        double mean = Moments.Mean(returns);
        double[] squares = new double[returns.Length];
        for (int i = 0; i < squares.Length; i++)
        {
            squares[i] = (returns[i] - mean) * (returns[i] - mean);
        }

        double sample = Moments.Mean(squares);
        if (squares.Length < Least || !(sample > 0))
        {
            return null;
        }

        (double alpha, double beta) = (0.05, 0.90);
        double best = Cost(squares, sample, alpha, beta, out double forecast);
        for (double step = FirstStep; step > LastStep;)
        {
            bool better = false;
            foreach ((int a, int b) in Ways)
            {
                (double nextAlpha, double nextBeta) = (alpha + (a * step), beta + (b * step));
                double cost = Cost(squares, sample, nextAlpha, nextBeta, out double next);
                if (cost < best)
                {
                    (best, alpha, beta, forecast, better) = (cost, nextAlpha, nextBeta, next, true);
                }
            }

            step = better ? step : step / 2;
        }

        return new Garch(alpha, beta, forecast);
    }

    // Twice the negative logarithm of the likelihood, without its constant.
    private static double Cost(double[] squares, double sample, double alpha, double beta, out double forecast)
    {
        forecast = double.NaN;
        if (alpha < 0 || beta < 0 || alpha + beta > Persistence)
        {
            return double.PositiveInfinity;
        }

        double floor = sample * (1 - alpha - beta);
        double variance = sample;
        double cost = 0;
        foreach (double square in squares)
        {
            cost += Math.Log(variance) + (square / variance);
            variance = floor + (alpha * square) + (beta * variance);
        }

        forecast = variance;
        return cost;
    }
}
