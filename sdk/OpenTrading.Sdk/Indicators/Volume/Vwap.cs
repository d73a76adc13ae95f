using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Volume-weighted average price: the mean of the typical prices (high + low + close) / 3 of all bars, weighted by volume.
/// </summary>
/// <remarks>
/// Anchored at the first bar; <see cref="Reset"/> moves the anchor to the next one, at the start of a session for instance. In price
/// units; none until there was volume.
/// </remarks>
[Indicator("vwap", Title = "Volume-Weighted Average Price", Kind = IndicatorKind.Volume,
    Formula = "sum of typical * volume / sum of volume")]
public sealed class Vwap() : ScalarIndicator("vwap", 1)
{
    private double _average;
    private double _volume;

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        _volume += bar.Volume;
        if (_volume == 0)
        {
            return double.NaN;
        }

        // Moving the mean instead of dividing two growing sums keeps its digits however long the series.
        _average += (bar.Typical - _average) * (bar.Volume / _volume);
        return Value = _average;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_average, _volume) = (0, 0);
    }
}
