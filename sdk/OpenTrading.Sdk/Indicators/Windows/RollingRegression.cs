namespace OpenTrading.Sdk.Indicators;

/// <summary>Least-squares line through the latest <c>length</c> numbers at equal distances, at a cost independent of the length.</summary>
/// <remarks>
/// With x counted from the middle of the window, the slope is Σ(x·y) / Σ(x²), and Σ(x·y) follows from the weighted and the plain sum.
/// Numbers are taken relative to the first one: the sums then keep the digits of a small slope at a large price.
/// </remarks>
internal struct RollingRegression(int length)
{
    private readonly double _squares = length * (((double)length * length) - 1) / 12;
    private RollingWeightedSum _values = new(length);
    private double _origin = double.NaN;

    public readonly bool IsFull => _values.IsFull;

    /// <summary>Change of the line from one number to the next.</summary>
    public readonly double Slope => (_values.Total - (_values.Sum * (length + 1) / 2)) / _squares;

    /// <summary>Value of the line at the latest number.</summary>
    public readonly double End => _origin + (_values.Sum / length) + (Slope * (length - 1) / 2);

    /// <summary>Sum of the squared distances of the line's points from their mean: what the line explains.</summary>
    public readonly double Explained => Slope * Slope * _squares;

    public void Add(double value)
    {
        if (!double.IsFinite(_origin))
        {
            _origin = value;
        }

        _values.Add(value - _origin);
    }

    public void Reset()
    {
        _values.Reset();
        _origin = double.NaN;
    }
}
