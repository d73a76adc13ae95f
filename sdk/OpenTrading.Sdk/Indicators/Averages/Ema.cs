using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Exponential moving average: <c>ema += k · (value − ema)</c> with <c>k = 2 / (period + 1)</c>, in the unit of the values.
/// </summary>
/// <remarks>The first value, at bar <c>period</c>, is the simple average of the values so far.</remarks>
[Indicator("ema", Title = "Exponential Moving Average", Kind = IndicatorKind.Average,
    Formula = "ema += 2 / (period + 1) * (close - ema); starts from sma(period)")]
public sealed class Ema : SeriesIndicator
{
    private readonly int _period;
    private readonly double _weight;
    private double _sum;
    private int _seen;

    /// <summary>An average whose newest value weighs 2 / (<paramref name="period"/> + 1).</summary>
    /// <param name="period">Length of the seed, and of the simple average with the same mean age; 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Ema([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 20)
        : base("ema", period)
    {
        _period = Arguments.InRange(period, 1, Arguments.MaxPeriod);
        _weight = 2.0 / (period + 1);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        if (_seen == _period)
        {
            return Value += _weight * (value - Value);
        }

        _sum += value;
        return ++_seen == _period ? Value = _sum / _period : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_sum, _seen) = (0, 0);
    }
}
