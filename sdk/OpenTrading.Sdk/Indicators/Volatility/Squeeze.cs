using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Squeeze: whether the Bollinger bands lie inside a channel of average true ranges, a market holding its breath; and where the price leans.
/// </summary>
/// <remarks>
/// John Carter, Mastering the Trade (2005), with the momentum of the widely used form: the end of the least-squares line through the distances of the
/// close from the mean of the window's middle and its simple average. The channel is that average and a multiple of the simple average of the
/// <see cref="TrueRange"/>. On from bar <c>period + 1</c>, momentum, in price units, from bar <c>2 · period − 1</c>.
/// </remarks>
[Indicator("squeeze", Title = "Squeeze", Kind = IndicatorKind.Volatility,
    Formula = "on = deviations * stdev(close) < multiplier * sma(tr); momentum = lsma(close - ((highest high + lowest low) / 2 + sma(close)) / 2)")]
public sealed class Squeeze : Indicator<SqueezeValue>
{
    private readonly TrueRange _range = new();
    private readonly double _deviations;
    private readonly double _multiplier;
    private RollingDeviation _closes;
    private RollingMiddle _middle;
    private RollingMean _ranges;
    private RollingRegression _lean;

    /// <summary>A squeeze over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in every window, 2 to 5000. Default 20.</param>
    /// <param name="deviations">Standard deviations from the average to a Bollinger band, 0.01 to 100. Default 2.</param>
    /// <param name="multiplier">Average true ranges from the average to the channel's edge, 0.01 to 100. Default 1.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Squeeze(
        [Parameter(2, Arguments.MaxPeriod, Description = "Bars in every window.")] int period = 20,
        [Parameter(0.01, 100, Step = 0.1, Description = "Standard deviations from the average to a Bollinger band.")] double deviations = 2,
        [Parameter(0.01, 100, Step = 0.1, Description = "Average true ranges from the average to the channel's edge.")] double multiplier = 1.5)
        : base(Math.Max((2 * period) - 1, period + 1))
    {
        _closes = new RollingDeviation(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _deviations = Arguments.InRange(deviations, 0.01, 100);
        _multiplier = Arguments.InRange(multiplier, 0.01, 100);
        _middle = new RollingMiddle(period);
        _ranges = new RollingMean(period);
        _lean = new RollingRegression(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => Value.On is not null && !double.IsNaN(Value.Momentum);

    /// <inheritdoc/>
    public override SqueezeValue Update(in Bar bar)
    {
        _closes.Add(bar.Close);
        double range = _ranges.Add(_range.Update(in bar));
        double middle = _middle.Add(bar.High, bar.Low);
        if (!_closes.IsFull)
        {
            return Value;
        }

        _lean.Add(bar.Close - ((middle + _closes.Mean) / 2));
        bool? isOn = double.IsNaN(range) ? null : _deviations * _closes.Deviation < _multiplier * range;
        return Value = new SqueezeValue(isOn, _lean.IsFull ? _lean.End : double.NaN);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _closes.Reset();
        _middle.Reset();
        _ranges.Reset();
        _lean.Reset();
    }
}
