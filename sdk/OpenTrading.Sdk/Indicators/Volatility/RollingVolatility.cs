namespace OpenTrading.Sdk.Indicators;

/// <summary>Volatility of a year from the variances of single bars, averaged over the latest <c>period</c>; in percent.</summary>
internal struct RollingVolatility(int period, int barsPerYear)
{
    private readonly int _barsPerYear = Arguments.InRange(barsPerYear, 1, AnnualVolatility.MaxBars);
    private RollingMean _variance = new(Arguments.InRange(period, 1, Arguments.MaxPeriod));

    /// <param name="variance">What one bar says of the variance of its logarithmic return; NaN where it says nothing.</param>
    /// <returns>The volatility; NaN until the window is full, and as long as there is a gap in it.</returns>
    public double Add(double variance) => AnnualVolatility.Percent(_variance.Add(variance), _barsPerYear);

    public void Reset() => _variance.Reset();
}
