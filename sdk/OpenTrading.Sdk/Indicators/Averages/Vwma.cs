using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Volume-weighted moving average: the mean of the latest <c>period</c> closes weighted by their volume, in price units.</summary>
/// <remarks>Buff Dormeier, 2001. First value at bar <c>period</c>; none where the window has no volume.</remarks>
[Indicator("vwma", Title = "Volume-Weighted Moving Average", Kind = IndicatorKind.Average,
    Formula = "sum of close * volume / sum of volume over period")]
public sealed class Vwma : ScalarIndicator
{
    private RollingSum _weighted;
    private RollingFlow _volume;

    /// <summary>An average over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars averaged, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Vwma([Parameter(1, Arguments.MaxPeriod, Description = "Bars averaged.")] int period = 14)
        : base("vwma", period)
    {
        _weighted = new RollingSum(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _volume = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        _weighted.Add(bar.Close * bar.Volume);
        _volume.Add(bar.Volume);
        return Value = _volume.IsFull && _volume.Total != 0 ? _weighted.Total / _volume.Total : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _weighted.Reset();
        _volume.Reset();
    }
}
