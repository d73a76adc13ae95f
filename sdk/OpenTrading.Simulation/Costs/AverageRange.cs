namespace OpenTrading.Simulation.Costs;

/// <summary>Wilder's average true range of bid bars in points: the mean of the first 14 ranges, then (ATR * 13 + TR) / 14.</summary>
internal sealed class AverageRange
{
    private const int Period = 14;
    private double _sum;
    private int _ranges;

    /// <summary>0 until 14 ranges are known.</summary>
    public double Value { get; private set; }

    public void Add(int high, int low, int previousClose)
    {
        int range = Math.Max(high - low, Math.Max(Math.Abs(high - previousClose), Math.Abs(low - previousClose)));
        if (_ranges >= Period)
        {
            Value = ((Value * (Period - 1)) + range) / Period;
            return;
        }

        _sum += range;
        _ranges++;
        if (_ranges == Period)
        {
            Value = _sum / Period;
        }
    }
}
