namespace OpenTrading.Sdk.Indicators;

/// <summary>The latest <c>length</c> numbers in one piece of memory, for what takes a pass over its window.</summary>
internal struct RecentValues(int length)
{
    // Each number stands twice, a length apart, so that the window never wraps.
    private readonly double[] _twice = new double[2 * length];
    private int _next;

    public bool IsFull { get; private set; }

    /// <summary>Oldest first. Numbers from before the first one are 0.</summary>
    public readonly ReadOnlySpan<double> Span => _twice.AsSpan(_next, _twice.Length / 2);

    public void Add(double value)
    {
        int length = _twice.Length / 2;
        _twice[_next] = value;
        _twice[_next + length] = value;
        if (++_next == length)
        {
            _next = 0;
            IsFull = true;
        }
    }

    public void Reset()
    {
        Array.Clear(_twice);
        (_next, IsFull) = (0, false);
    }
}
