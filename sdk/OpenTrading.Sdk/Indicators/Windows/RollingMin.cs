namespace OpenTrading.Sdk.Indicators;

/// <summary>Smallest of the latest <c>length</c> numbers and its age: the largest of the numbers with their sign turned.</summary>
internal struct RollingMin(int length)
{
    private RollingMax _negated = new(length);

    public readonly bool IsFull => _negated.IsFull;

    /// <summary>The smallest; NaN until the window is full.</summary>
    public readonly double Value => -_negated.Value;

    /// <summary>The smallest so far, also of a window that is not full; there must have been a number.</summary>
    public readonly double Latest => -_negated.Latest;

    /// <summary>How many numbers ago the smallest came, the earliest of equal ones; 0 is the latest.</summary>
    public readonly int Age => _negated.Age;

    public double Add(double value) => -_negated.Add(-value);

    public void Reset() => _negated.Reset();
}
