using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Mass index: the exponential average of the bars' ranges over the average of that average, summed over <c>sumPeriod</c> bars. Ranges that
/// widen and narrow again, above 27 and back below 26.5, warn of a reversal.
/// </summary>
/// <remarks>
/// Donald Dorsey, Technical Analysis of Stocks &amp; Commodities, June 1992. Both averages start from simple ones (<see cref="Ema"/>); first
/// value at bar <c>2 · emaPeriod + sumPeriod − 2</c>; none while the window holds a bar before which no range was left at all.
/// </remarks>
[Indicator("mass-index", Title = "Mass Index", Kind = IndicatorKind.Trend,
    Formula = "sum over sumPeriod of ema(high - low) / ema(ema(high - low))")]
public sealed class MassIndex : ScalarIndicator
{
    private readonly Ema _single;
    private readonly Ema _double;
    private readonly int _sumPeriod;
    private RollingMean _ratio;

    /// <summary>An index over <paramref name="sumPeriod"/> bars.</summary>
    /// <param name="emaPeriod">Smoothing length of the ranges, 1 to 5000. Default 9.</param>
    /// <param name="sumPeriod">Bars in the sum, 1 to 5000. Default 25.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public MassIndex(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the ranges.")] int emaPeriod = 9,
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the sum.")] int sumPeriod = 25)
        : base("massIndex", (2 * emaPeriod) + sumPeriod - 2)
    {
        _single = new Ema(Arguments.InRange(emaPeriod, 1, Arguments.MaxPeriod));
        _double = new Ema(emaPeriod);
        _sumPeriod = Arguments.InRange(sumPeriod, 1, Arguments.MaxPeriod);
        _ratio = new RollingMean(sumPeriod);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double single = _single.Update(bar.High - bar.Low);
        double twice = double.IsNaN(single) ? double.NaN : _double.Update(single);
        return double.IsNaN(twice) ? double.NaN : Value = _sumPeriod * _ratio.Add(twice == 0 ? double.NaN : single / twice);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _single.Reset();
        _double.Reset();
        _ratio.Reset();
    }
}
