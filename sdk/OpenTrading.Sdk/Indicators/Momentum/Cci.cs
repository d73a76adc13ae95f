using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Commodity channel index: <c>(typical − mean) / (0.015 · mean deviation)</c> of the typical price (high + low + close) / 3. Unbounded;
/// most values lie within −100 to 100.
/// </summary>
/// <remarks>
/// Donald Lambert, Commodities, October 1980. First value at bar <c>period</c>; none where the price did not move. The mean absolute
/// deviation is about a mean that changes with each bar, so a bar costs one pass over the window.
/// </remarks>
[Indicator("cci", Title = "Commodity Channel Index", Kind = IndicatorKind.Momentum,
    Formula = "(typical - sma(typical)) / (0.015 * mean absolute deviation of typical)")]
public sealed class Cci : ScalarIndicator
{
    private const double Lambert = 0.015;

    private readonly double[] _ring;
    private RollingSum _sum;
    private int _next;

    /// <summary>An index over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Cci([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 20)
        : base("cci", period)
    {
        _ring = new double[Arguments.InRange(period, 1, Arguments.MaxPeriod)];
        _sum = new RollingSum(period);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double typical = bar.Typical;
        _sum.Add(typical);
        _ring[_next] = typical;
        if (++_next == _ring.Length)
        {
            _next = 0;
        }

        return _sum.IsFull ? Value = Index(typical, _sum.Total / _ring.Length) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _sum.Reset();
        _next = 0;
    }

    private double Index(double typical, double mean)
    {
        double deviation = 0;
        foreach (double value in _ring)
        {
            deviation += Math.Abs(value - mean);
        }

        return deviation == 0 ? double.NaN : (typical - mean) / (Lambert * deviation / _ring.Length);
    }
}
