namespace OpenTrading.Sdk.Indicators;

/// <summary>Middle between the highest high and the lowest low of the latest <c>length</c> bars.</summary>
internal struct RollingMiddle(int length)
{
    private RollingMax _high = new(length);
    private RollingMin _low = new(length);

    /// <returns>The middle; NaN until the window is full.</returns>
    public double Add(double high, double low) => (_high.Add(high) + _low.Add(low)) / 2;

    public void Reset()
    {
        _high.Reset();
        _low.Reset();
    }
}
