namespace OpenTrading.Sdk.Indicators;

/// <summary>The latest <c>length</c> numbers in order of size: a search for a rank, one move of memory for a newcomer.</summary>
/// <remarks>NaN counts as smaller than every number.</remarks>
internal struct RollingRank(int length)
{
    private readonly double[] _ring = new double[length];
    private readonly double[] _sorted = new double[length];
    private int _next;
    private int _count;

    public readonly bool IsFull => _count == _sorted.Length;

    /// <summary>The number of a rank, 0 for the smallest.</summary>
    public readonly double this[int rank] => _sorted[rank];

    /// <summary>How many numbers of the window are smaller.</summary>
    public readonly int CountBelow(double value) => Find(value, orEqual: false);

    /// <summary>How many numbers of the window are smaller or equal.</summary>
    public readonly int CountUpTo(double value) => Find(value, orEqual: true);

    public void Add(double value)
    {
        ref double oldest = ref _ring[_next];
        int to = CountBelow(value);
        int from = IsFull ? CountBelow(oldest) : _count++;
        if (from < to)
        {
            // What lies between moves down into the place of the one that leaves.
            to--;
            Array.Copy(_sorted, from + 1, _sorted, from, to - from);
        }
        else
        {
            Array.Copy(_sorted, to, _sorted, to + 1, from - to);
        }

        _sorted[to] = value;
        oldest = value;
        if (++_next == _ring.Length)
        {
            _next = 0;
        }
    }

    public void Reset() => (_next, _count) = (0, 0);

    private readonly int Find(double value, bool orEqual)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = _sorted[middle].CompareTo(value);
            if (order < 0 || (orEqual && order == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
