using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Smoothed moving average: <c>smma = (smma · (period − 1) + value) / period</c>, in the unit of the values.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems (1978). The first value, at bar <c>period</c>, is the simple average
/// of the values so far.
/// </remarks>
[Indicator("smma", Title = "Smoothed Moving Average", Kind = IndicatorKind.Average,
    Formula = "smma = (smma * (period - 1) + close) / period; starts from sma(period)")]
public sealed class Smma : SeriesIndicator
{
    private readonly int _period;
    private double _sum;
    private int _seen;

    /// <summary>An average whose newest value weighs 1 / <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Smma([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 20)
        : base("smma", period)
    {
        _period = Arguments.InRange(period, 1, Arguments.MaxPeriod);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        if (_seen == _period)
        {
            return Value = ((Value * (_period - 1)) + value) / _period;
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
