using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Triple exponential moving average: <c>3 · ema − 3 · ema(ema) + ema(ema(ema))</c>, in the unit of the values.</summary>
/// <remarks>
/// Patrick Mulloy, Technical Analysis of Stocks &amp; Commodities, 1994. At bar <c>period</c> all three averages start from the
/// simple average of the values so far, so that the first value comes there and not two periods later.
/// </remarks>
[Indicator("tema", Title = "Triple Exponential Moving Average", Kind = IndicatorKind.Average)]
public sealed class Tema : SeriesIndicator
{
    private readonly double _weight;
    private readonly Ema _first;
    private double _second = double.NaN;
    private double _third = double.NaN;

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Tema([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 20)
        : base("tema", period)
    {
        _first = new Ema(period);
        _weight = 2.0 / (period + 1);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double first = _first.Update(value);
        if (double.IsNaN(_third))
        {
            (_second, _third) = (first, first);
        }
        else
        {
            _second += _weight * (first - _second);
            _third += _weight * (_second - _third);
        }

        return Value = (3 * first) - (3 * _second) + _third;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _first.Reset();
        (_second, _third) = (double.NaN, double.NaN);
    }
}
