namespace OpenTrading.Sdk.Indicators;

/// <summary>Scale of the volatilities that are estimated from returns.</summary>
internal static class AnnualVolatility
{
    /// <summary>Most bars a year can have: minutes.</summary>
    public const int MaxBars = 527_040;

    /// <summary>Trading days of a year.</summary>
    public const int Days = 252;

    /// <param name="variance">Variance of the logarithmic return of one bar.</param>
    /// <param name="barsPerYear">Bars of a year.</param>
    /// <returns>Volatility of a year, in percent.</returns>
    public static double Percent(double variance, int barsPerYear) =>
        // Of a market that fell asleep, rounding may leave less than nothing.
        100 * Math.Sqrt(Math.Max(variance, 0) * barsPerYear);
}
