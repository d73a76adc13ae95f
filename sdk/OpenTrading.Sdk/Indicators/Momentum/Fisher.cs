using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Fisher transform: where the median price (high + low) / 2 stands in its range of <c>period</c> bars, stretched so that turning points stand
/// out as peaks.
/// </summary>
/// <remarks>
/// John Ehlers, Technical Analysis of Stocks &amp; Commodities, November 2002. It starts at 0 with the first bar; until the window is full the
/// range is that of the bars so far. Where the range is 0 the price counts as its middle.
/// </remarks>
[Indicator("fisher", Title = "Ehlers Fisher Transform", Kind = IndicatorKind.Momentum,
    Formula = "fisher = atanh(x) + fisher[1] / 2; x = 0.66 * ((median - lowest) / (highest - lowest) - 0.5) + 0.67 * x[1]; trigger = fisher[1]",
    Outputs = ["fisher"])]
public sealed class Fisher : Indicator<FisherValue>
{
    private const double Limit = 0.99;
    private const double Beyond = 0.999;

    private RollingMax _high;
    private RollingMin _low;
    private double _position;

    /// <summary>A transform over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the range, 1 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Fisher([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the range.")] int period = 10)
        : base(2)
    {
        _high = new RollingMax(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _low = new RollingMin(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Trigger);

    /// <inheritdoc/>
    public override FisherValue Update(in Bar bar)
    {
        double price = bar.Median;
        _high.Add(price);
        _low.Add(price);
        double previous = Value.Fisher;
        if (double.IsNaN(previous))
        {
            return Value = new FisherValue(0, double.NaN);
        }

        double range = _high.Latest - _low.Latest;
        double position = range == 0 ? 0 : (0.33 * 2 * (((price - _low.Latest) / range) - 0.5)) + (0.67 * _position);

        // At 1 the transform is infinite.
        _position = Math.Abs(position) > Limit ? Math.CopySign(Beyond, position) : position;
        return Value = new FisherValue(Math.Atanh(_position) + (0.5 * previous), previous);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _high.Reset();
        _low.Reset();
        _position = 0;
    }
}
