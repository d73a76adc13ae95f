using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Volume ratio, or relative volume: the volume over its simple average of <c>period</c> bars, this one included; 1 is usual.</summary>
/// <remarks>First value at bar <c>period</c>; none where the window has no volume.</remarks>
[Indicator("volume-ratio", Title = "Volume Ratio", Kind = IndicatorKind.Volume, Formula = "volume / sma(volume, period)")]
public sealed class VolumeRatio : ScalarIndicator
{
    private readonly double _period;
    private RollingFlow _volume;

    /// <summary>A ratio to the average of <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars averaged, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public VolumeRatio([Parameter(1, Arguments.MaxPeriod, Description = "Bars averaged.")] int period = 20)
        : base("volumeRatio", period)
    {
        _period = Arguments.InRange(period, 1, Arguments.MaxPeriod);
        _volume = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        _volume.Add(bar.Volume);
        return Value = _volume.IsFull && _volume.Total != 0 ? _period * bar.Volume / _volume.Total : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _volume.Reset();
    }
}
