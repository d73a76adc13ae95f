using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Ease of movement: how far the median price moved for its volume, the range taken into account, averaged over <c>period</c> bars.
/// </summary>
/// <remarks>
/// Richard Arms, Volume Cycles in the Stock Market (1983): <c>(median − median[1]) · (high − low) / (volume / divisor)</c>. First value at bar
/// <c>period + 1</c>; none while the window holds a bar without volume. The divisor only sets the scale.
/// </remarks>
[Indicator("eom", Title = "Ease of Movement", Kind = IndicatorKind.Volume,
    Formula = "sma(((high + low) / 2 - (high[1] + low[1]) / 2) * (high - low) / (volume / divisor), period)")]
public sealed class Eom : ScalarIndicator
{
    private readonly double _divisor;
    private RollingMean _average;
    private double _previousMedian = double.NaN;

    /// <summary>An average over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars averaged, 1 to 5000. Default 14.</param>
    /// <param name="divisor">What the volume is divided by, 1 to 1e12. Default 1e8.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Eom(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars averaged.")] int period = 14,
        [Parameter(1, 1e12, Description = "What the volume is divided by.")] double divisor = 1e8)
        : base("eom", period + 1)
    {
        _average = new RollingMean(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _divisor = Arguments.InRange(divisor, 1, 1e12);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double distance = bar.Median - _previousMedian;
        _previousMedian = bar.Median;
        return double.IsNaN(distance)
            ? double.NaN
            : Value = _average.Add(bar.Volume == 0 ? double.NaN : distance * (bar.High - bar.Low) / (bar.Volume / _divisor));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _average.Reset();
        _previousMedian = double.NaN;
    }
}
