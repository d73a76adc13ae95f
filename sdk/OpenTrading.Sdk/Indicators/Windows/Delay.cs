namespace OpenTrading.Sdk.Indicators;

/// <summary>Returns each number <c>length</c> numbers later; NaN before the first comes round.</summary>
internal struct Delay
{
    private readonly double[] _ring;
    private int _next;

    public Delay(int length)
    {
        // One slot more than the delay, so that a delay of 0 needs no branch.
        _ring = new double[length + 1];
        Reset();
    }

    public double Add(double value)
    {
        _ring[_next] = value;
        if (++_next == _ring.Length)
        {
            _next = 0;
        }

        return _ring[_next];
    }

    public void Reset()
    {
        Array.Fill(_ring, double.NaN);
        _next = 0;
    }
}
