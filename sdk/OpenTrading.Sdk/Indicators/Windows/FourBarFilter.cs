namespace OpenTrading.Sdk.Indicators;

/// <summary>Mean of the latest four numbers, weighted 1, 2, 2, 1.</summary>
internal struct FourBarFilter()
{
    private double _first = double.NaN;
    private double _second = double.NaN;
    private double _third = double.NaN;

    /// <returns>The mean; NaN until there are four numbers.</returns>
    public double Add(double value)
    {
        double mean = (value + (2 * _third) + (2 * _second) + _first) / 6;
        (_first, _second, _third) = (_second, _third, value);
        return mean;
    }

    public void Reset() => (_first, _second, _third) = (double.NaN, double.NaN, double.NaN);
}
