using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Vortex indicator: distances from each high to the low before it, and from each low to the high before it, summed over <c>period</c> bars
/// and divided by their true ranges.
/// </summary>
/// <remarks>
/// Etienne Botes and Douglas Siepman, Technical Analysis of Stocks &amp; Commodities, January 2010. First value at bar <c>period + 1</c>;
/// none where the price did not move.
/// </remarks>
[Indicator("vortex", Title = "Vortex Indicator", Kind = IndicatorKind.Trend,
    Formula = "plus = sum |high - low[1]| / sum tr; minus = sum |low - high[1]| / sum tr",
    Outputs = ["plus=pvi", "minus=nvi"])]
public sealed class Vortex : Indicator<VortexValue>
{
    private readonly TrueRange _range = new();
    private RollingFlow _ranges;
    private RollingFlow _plus;
    private RollingFlow _minus;
    private double _previousHigh;
    private double _previousLow;

    /// <summary>An indicator over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Vortex([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 14)
        : base(period + 1)
    {
        _ranges = new RollingFlow(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _plus = new RollingFlow(period);
        _minus = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Plus);

    /// <inheritdoc/>
    public override VortexValue Update(in Bar bar)
    {
        double range = _range.Update(in bar);
        double plus = Math.Abs(bar.High - _previousLow);
        double minus = Math.Abs(bar.Low - _previousHigh);
        (_previousHigh, _previousLow) = (bar.High, bar.Low);
        if (double.IsNaN(range))
        {
            return Value = VortexValue.None;
        }

        _ranges.Add(range);
        _plus.Add(plus);
        _minus.Add(minus);
        return Value = _ranges.IsFull && _ranges.Total != 0
            ? new VortexValue(_plus.Total / _ranges.Total, _minus.Total / _ranges.Total)
            : VortexValue.None;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _ranges.Reset();
        _plus.Reset();
        _minus.Reset();
    }
}
