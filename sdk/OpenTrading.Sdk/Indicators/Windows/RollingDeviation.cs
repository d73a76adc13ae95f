namespace OpenTrading.Sdk.Indicators;

/// <summary>Mean and population standard deviation of the latest <c>length</c> numbers, at a cost independent of the length.</summary>
/// <remarks>
/// Welford's update, for a number entering and one leaving (B. P. Welford, Technometrics 4, 1962): sums of squares would lose the digits
/// of a small deviation around a large price. Renewed once a lap from the newcomers alone, and when the spread collapses, because
/// the rounding of the large spread would remain in the small one.
/// </remarks>
internal struct RollingDeviation(int length)
{
    private const double Collapse = 1e-7;

    private readonly double[] _ring = new double[length];
    private int _next;
    private double _squares;
    private double _largest;
    private double _lapMean;
    private double _lapSquares;

    public double Mean { get; private set; }

    public bool IsFull { get; private set; }

    public readonly double Deviation => Math.Sqrt(_squares / _ring.Length);

    /// <summary>Variance of what the numbers are a sample of: divided by one less than their count.</summary>
    public readonly double SampleVariance => _squares / (_ring.Length - 1);

    public void Add(double value)
    {
        ref double oldest = ref _ring[_next];
        double mean = Mean + ((value - oldest) / _ring.Length);
        _squares += (value - oldest) * ((value - mean) + (oldest - Mean));
        Mean = mean;
        oldest = value;
        Include(value, ++_next);

        if (_next == _ring.Length)
        {
            TakeLap();
            IsFull = true;
            _next = 0;
        }
        else if (_squares < _largest * Collapse)
        {
            Renew();
        }

        _largest = Math.Max(_largest, _squares);
    }

    public void Reset()
    {
        Array.Clear(_ring);
        (_next, _squares, _largest, _lapMean, _lapSquares, Mean, IsFull) = (0, 0, 0, 0, 0, 0, false);
    }

    private void Include(double value, int count)
    {
        double delta = value - _lapMean;
        _lapMean += delta / count;
        _lapSquares += delta * (value - _lapMean);
    }

    private void TakeLap()
    {
        (Mean, _squares, _largest) = (_lapMean, _lapSquares, _lapSquares);
        (_lapMean, _lapSquares) = (0, 0);
    }

    private void Renew()
    {
        (double lapMean, double lapSquares) = (_lapMean, _lapSquares);
        (_lapMean, _lapSquares) = (0, 0);
        for (int i = 0; i < _ring.Length; i++)
        {
            Include(_ring[i], i + 1);
        }

        TakeLap();
        (_lapMean, _lapSquares) = (lapMean, lapSquares);
    }
}
