using System.Runtime.CompilerServices;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Sum of the latest <c>length</c> numbers at a cost that depends neither on the length nor on the history.</summary>
/// <remarks>
/// Adding the newcomer and taking away the oldest leaves a rounding error at each step. A second sum is built from the newcomers alone;
/// when the ring has gone round once it is the sum of exactly this window and takes over, so that no error outlives one lap.
/// </remarks>
internal struct RollingSum(int length)
{
    private readonly double[] _ring = new double[length];
    private int _next;
    private double _lap;

    public double Total { get; private set; }

    public bool IsFull { get; private set; }

    // Inlined where it is used: the call would cost as much as the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double value)
    {
        double[] ring = _ring;
        int next = _next;
        double oldest = ring[next];
        ring[next] = value;
        double lap = _lap + value;
        if (++next < ring.Length)
        {
            Total += value - oldest;
        }
        else
        {
            (Total, lap, next, IsFull) = (lap, 0, 0, true);
        }

        (_next, _lap) = (next, lap);
    }

    public void Reset()
    {
        Array.Clear(_ring);
        (_next, _lap, Total, IsFull) = (0, 0, 0, false);
    }
}
