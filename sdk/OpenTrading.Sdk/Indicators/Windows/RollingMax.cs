namespace OpenTrading.Sdk.Indicators;

/// <summary>Largest of the latest <c>length</c> numbers and its age, in constant time on average and without allocation.</summary>
/// <remarks>
/// A queue of the numbers that can still become the largest: a newcomer removes the smaller ones before it, so that the queue falls from
/// front to back. Of equal numbers the earliest is at the front.
/// </remarks>
internal struct RollingMax(int length)
{
    private readonly double[] _values = new double[length];
    private readonly long[] _positions = new long[length];
    private int _front;
    private int _count;
    private long _seen;

    public readonly bool IsFull => _seen >= _values.Length;

    /// <summary>The largest; NaN until the window is full.</summary>
    public readonly double Value => IsFull ? Latest : double.NaN;

    /// <summary>The largest so far, also of a window that is not full; there must have been a number.</summary>
    public readonly double Latest => _values[_front];

    /// <summary>How many numbers ago the largest came; 0 is the latest.</summary>
    public readonly int Age => (int)(_seen - 1 - _positions[_front]);

    public double Add(double value)
    {
        if (_count > 0 && _positions[_front] <= _seen - _values.Length)
        {
            _front = Slot(1);
            _count--;
        }

        while (_count > 0 && _values[Slot(_count - 1)] < value)
        {
            _count--;
        }

        int slot = Slot(_count++);
        _values[slot] = value;
        _positions[slot] = _seen++;
        return Value;
    }

    public void Reset() => (_front, _count, _seen) = (0, 0, 0);

    private readonly int Slot(int fromFront)
    {
        int slot = _front + fromFront;
        return slot < _values.Length ? slot : slot - _values.Length;
    }
}
