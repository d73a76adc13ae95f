using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// T3 moving average: the generalized double average <c>(1 + v) · ema − v · ema(ema)</c> applied three times over, in the unit of the values.
/// </summary>
/// <remarks>
/// Tim Tillson, Technical Analysis of Stocks &amp; Commodities, January 1998. All six averages start from the first value, so that the
/// first bar has a value; it forgets that start over a few periods.
/// </remarks>
[Indicator("t3", Title = "T3 Moving Average", Kind = IndicatorKind.Average,
    Formula = "gd(gd(gd(close))); gd(x) = (1 + volumeFactor) * ema(x) - volumeFactor * ema(ema(x))")]
public sealed class T3 : SeriesIndicator
{
    private readonly double _third;
    private readonly double _fourth;
    private readonly double _fifth;
    private readonly double _sixth;
    private readonly SeededEma[] _averages = new SeededEma[6];

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 5.</param>
    /// <param name="volumeFactor">Weight v of the correction for lag, 0.01 to 1; near 0 a plain average. Default 0.7.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public T3(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 5,
        [Parameter(0.01, 1, Step = 0.1, Description = "Weight of the correction for lag.")] double volumeFactor = 0.7)
        : base("t3", 1)
    {
        Arguments.InRange(period, 1, Arguments.MaxPeriod);
        double v = Arguments.InRange(volumeFactor, 0.01, 1);
        Array.Fill(_averages, new SeededEma(period));

        // The product of the three generalized averages, by powers of the plain one.
        _sixth = -v * v * v;
        _fifth = 3 * v * v * (1 + v);
        _fourth = -3 * v * (1 + v) * (1 + v);
        _third = (1 + v) * (1 + v) * (1 + v);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        foreach (ref SeededEma average in _averages.AsSpan())
        {
            value = average.Add(value);
        }

        return Value = (_sixth * value) + (_fifth * _averages[4].Value) + (_fourth * _averages[3].Value) + (_third * _averages[2].Value);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        foreach (ref SeededEma average in _averages.AsSpan())
        {
            average.Reset();
        }
    }
}
