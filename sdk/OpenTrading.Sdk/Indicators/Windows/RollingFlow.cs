namespace OpenTrading.Sdk.Indicators;

/// <summary>Sum of the latest <c>length</c> numbers that are 0 or more; exactly 0 where all of them are.</summary>
/// <remarks>Who divides by it must be able to tell a window without any flow from the rest of rounding a large one left behind.</remarks>
internal struct RollingFlow(int length)
{
    private RollingSum _sum = new(length);
    private int _zeros;

    public readonly double Total => _zeros == length ? 0 : _sum.Total;

    public readonly bool IsFull => _sum.IsFull;

    public void Add(double value)
    {
        _sum.Add(value);
        _zeros = value != 0 ? 0 : Math.Min(_zeros + 1, length);
    }

    public void Reset()
    {
        _sum.Reset();
        _zeros = 0;
    }
}
