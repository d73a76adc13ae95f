namespace OpenTrading.Sdk.Indicators;

/// <summary>How the latest <c>length</c> numbers spread over equal bins between their smallest and largest.</summary>
/// <remarks>Counted afresh only when the range changes, which a window of n numbers does every n/4 or so.</remarks>
internal struct RollingHistogram
{
    private readonly int[] _counts;
    private readonly double[] _weights;
    private RecentValues _values;
    private RollingMax _high;
    private RollingMin _low;
    private double _top = double.NaN;
    private double _bottom = double.NaN;

    public RollingHistogram(int length, int bins)
    {
        _counts = new int[bins];
        _values = new RecentValues(length);
        _high = new RollingMax(length);
        _low = new RollingMin(length);

        // n · ln n for each count there can be.
        _weights = [.. Enumerable.Range(0, length + 1).Select(count => count == 0 ? 0 : count * Math.Log(count))];
    }

    public readonly bool IsFull => _values.IsFull;

    /// <summary>0 when all numbers are in one bin, 1 when in all alike.</summary>
    public readonly double Entropy
    {
        get
        {
            double sum = 0;
            foreach (int count in _counts)
            {
                sum += _weights[count];
            }

            int length = _weights.Length - 1;
            return Math.Max((Math.Log(length) - (sum / length)) / Math.Log(_counts.Length), 0);
        }
    }

    public void Add(double value)
    {
        double oldest = _values.Span[0];
        _values.Add(value);
        (double top, double bottom) = (_high.Add(value), _low.Add(value));
        if (top == _top && bottom == _bottom)
        {
            _counts[Bin(oldest)]--;
            _counts[Bin(value)]++;
        }
        else if (IsFull)
        {
            (_top, _bottom) = (top, bottom);
            CountAfresh();
        }
    }

    public void Reset()
    {
        _values.Reset();
        _high.Reset();
        _low.Reset();
        (_top, _bottom) = (double.NaN, double.NaN);
    }

    private readonly void CountAfresh()
    {
        Array.Clear(_counts);
        foreach (double value in _values.Span)
        {
            _counts[Bin(value)]++;
        }
    }

    private readonly int Bin(double value) =>
        _top == _bottom ? 0 : Math.Min((int)((value - _bottom) / (_top - _bottom) * _counts.Length), _counts.Length - 1);
}
