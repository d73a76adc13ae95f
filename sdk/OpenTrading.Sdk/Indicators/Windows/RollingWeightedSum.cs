namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Sum of the latest <c>length</c> numbers weighted 1 (oldest) to <c>length</c> (newest), at a cost independent of the length.
/// </summary>
/// <remarks>Renewed once a lap from sums of the newcomers alone, as <see cref="RollingSum"/> is.</remarks>
internal struct RollingWeightedSum(int length)
{
    private readonly double[] _ring = new double[length];
    private int _next;
    private double _lapSum;
    private double _lapTotal;

    public double Total { get; private set; }

    /// <summary>Sum of the same numbers, each with weight 1.</summary>
    public double Sum { get; private set; }

    public bool IsFull { get; private set; }

    public void Add(double value)
    {
        ref double oldest = ref _ring[_next];
        Total += (_ring.Length * value) - Sum;
        Sum += value - oldest;
        oldest = value;
        _next++;
        _lapSum += value;
        _lapTotal += _next * value;
        if (_next == _ring.Length)
        {
            (Sum, Total, IsFull) = (_lapSum, _lapTotal, true);
            (_next, _lapSum, _lapTotal) = (0, 0, 0);
        }
    }

    public void Reset()
    {
        Array.Clear(_ring);
        (_next, Sum, _lapSum, _lapTotal, Total, IsFull) = (0, 0, 0, 0, 0, false);
    }
}
