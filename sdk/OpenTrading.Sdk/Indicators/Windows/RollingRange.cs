namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Where the latest close stands between the lowest low and the highest high of the latest <c>length</c> bars, in percent.
/// </summary>
internal struct RollingRange(int length)
{
    private RollingMax _high = new(length);
    private RollingMin _low = new(length);

    /// <returns>0 (at the low) to 100 (at the high); 0 where high and low are the same; NaN until the window is full.</returns>
    public double Add(double high, double low, double close)
    {
        double top = _high.Add(high);
        double bottom = _low.Add(low);
        return top == bottom ? 0 : 100 * ((close - bottom) / (top - bottom));
    }

    public void Reset()
    {
        _high.Reset();
        _low.Reset();
    }
}
