using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Relative vigor index: closes less opens over highs less lows, each weighted 1, 2, 2, 1 over four bars and summed over <c>period</c>; −1 to 1.
/// </summary>
/// <remarks>
/// John Ehlers, Technical Analysis of Stocks &amp; Commodities, January 2002. The signal weighs four values of the index alike. First value at bar
/// <c>period + 3</c>, first signal three bars later; none where the price did not move.
/// </remarks>
[Indicator("rvi", Title = "Relative Vigor Index", Kind = IndicatorKind.Momentum,
    Formula = "sum of f(close - open) / sum of f(high - low); f(x) = (x + 2 * x[1] + 2 * x[2] + x[3]) / 6; signal = f of that",
    Outputs = ["rvi"])]
public sealed class Rvi : Indicator<RviValue>
{
    private FourBarFilter _body = new();
    private FourBarFilter _range = new();
    private FourBarFilter _signal = new();
    private RollingSum _bodies;
    private RollingFlow _ranges;

    /// <summary>An index over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the sums, 1 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Rvi([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the sums.")] int period = 10)
        : base(period + 6)
    {
        _bodies = new RollingSum(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _ranges = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override RviValue Update(in Bar bar)
    {
        double body = _body.Add(bar.Close - bar.Open);
        double range = _range.Add(bar.High - bar.Low);
        if (double.IsNaN(body))
        {
            return Value;
        }

        _bodies.Add(body);
        _ranges.Add(range);
        double index = _ranges.IsFull && _ranges.Total != 0 ? _bodies.Total / _ranges.Total : double.NaN;
        return Value = new RviValue(index, _signal.Add(index));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _body.Reset();
        _range.Reset();
        _signal.Reset();
        _bodies.Reset();
        _ranges.Reset();
    }
}
