using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Stochastic momentum index: the distance of the close from the middle of the range of <c>period</c> bars, smoothed twice, in percent of half
/// that range smoothed twice; and its exponential average.
/// </summary>
/// <remarks>
/// William Blau, Technical Analysis of Stocks &amp; Commodities, January 1993. All averages start from their first number: index and signal at
/// bar <c>period</c>. No value where the range is 0.
/// </remarks>
[Indicator("smi", Title = "Stochastic Momentum Index", Kind = IndicatorKind.Momentum,
    Formula = "100 * ema(ema(close - middle)) / (ema(ema(highest high - lowest low)) / 2); signal = ema of that")]
public sealed class Smi : Indicator<SmiValue>
{
    private RollingMax _high;
    private RollingMin _low;
    private SeededEma _distance;
    private SeededEma _distanceTwice;
    private SeededEma _range;
    private SeededEma _rangeTwice;
    private SeededEma _signal;

    /// <summary>An index over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the range, 1 to 5000. Default 13.</param>
    /// <param name="firstSmoothPeriod">Length of the first smoothing, 1 to 5000. Default 25.</param>
    /// <param name="secondSmoothPeriod">Length of the second smoothing, 1 to 5000. Default 2.</param>
    /// <param name="signalPeriod">Smoothing length of the signal, 1 to 5000. Default 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Smi(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the range.")] int period = 13,
        [Parameter(1, Arguments.MaxPeriod, Description = "Length of the first smoothing.")] int firstSmoothPeriod = 25,
        [Parameter(1, Arguments.MaxPeriod, Description = "Length of the second smoothing.")] int secondSmoothPeriod = 2,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the signal.")] int signalPeriod = 3)
        : base(period)
    {
        _high = new RollingMax(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _low = new RollingMin(period);
        _distance = _range = new SeededEma(Arguments.InRange(firstSmoothPeriod, 1, Arguments.MaxPeriod));
        _distanceTwice = _rangeTwice = new SeededEma(Arguments.InRange(secondSmoothPeriod, 1, Arguments.MaxPeriod));
        _signal = new SeededEma(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override SmiValue Update(in Bar bar)
    {
        double high = _high.Add(bar.High);
        double low = _low.Add(bar.Low);
        if (double.IsNaN(high))
        {
            return Value;
        }

        double distance = _distanceTwice.Add(_distance.Add(bar.Close - ((high + low) / 2)));
        double range = _rangeTwice.Add(_range.Add(high - low));
        double index = range == 0 ? double.NaN : 100 * distance / (range / 2);
        return Value = new SmiValue(index, double.IsNaN(index) ? double.NaN : _signal.Add(index));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _high.Reset();
        _low.Reset();
        _distance.Reset();
        _distanceTwice.Reset();
        _range.Reset();
        _rangeTwice.Reset();
        _signal.Reset();
    }
}
