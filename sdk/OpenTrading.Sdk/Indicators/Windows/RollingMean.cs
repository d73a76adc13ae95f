namespace OpenTrading.Sdk.Indicators;

/// <summary>Mean of the latest <c>length</c> numbers, of which some may be undefined.</summary>
internal struct RollingMean(int length)
{
    private RollingSum _sum = new(length);
    private int _defined;

    /// <summary>Takes the next number; NaN is a gap.</summary>
    /// <returns>The mean; NaN until the window is full, and as long as there is a gap in it.</returns>
    public double Add(double value)
    {
        // A gap enters the sum as 0, so that nothing of it remains when it has left the window.
        bool isGap = double.IsNaN(value);
        _sum.Add(isGap ? 0 : value);
        _defined = isGap ? 0 : Math.Min(_defined + 1, length);
        return _defined == length ? _sum.Total / length : double.NaN;
    }

    public void Reset()
    {
        _sum.Reset();
        _defined = 0;
    }
}
