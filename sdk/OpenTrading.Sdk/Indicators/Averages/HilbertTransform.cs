namespace OpenTrading.Sdk.Indicators;

/// <summary>Turns a cycle by a quarter of its period: Ehlers' filter of four taps over seven numbers.</summary>
/// <remarks>John Ehlers, Rocket Science for Traders (2001), chapter 6. Numbers from before the first one are 0.</remarks>
internal struct HilbertTransform()
{
    private const double Outer = 0.0962;
    private const double Inner = 0.5769;

    private readonly double[] _ring = new double[8];
    private int _next;

    public readonly double this[int ago] => _ring[(_next - 1 - ago) & 7];

    /// <returns>The turned cycle at the latest number, before its correction for the length of the cycle.</returns>
    public double Add(double value)
    {
        _ring[_next & 7] = value;
        _next = (_next + 1) & 7;
        return (Outer * value) + (Inner * this[2]) - (Inner * this[4]) - (Outer * this[6]);
    }

    public void Reset()
    {
        Array.Clear(_ring);
        _next = 0;
    }
}
