using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Volume-weighted average price: the mean of the typical prices (high + low + close) / 3 since the anchor, weighted by volume; and bands a number of
/// volume-weighted standard deviations above and below it.
/// </summary>
/// <remarks>
/// Stephen Berkowitz, Dennis Logue and Eugene Noser, The Journal of Finance 43, 1988; the bands as charts draw them, of the population deviation.
/// <see cref="Reset"/> moves the anchor to the next bar, at the start of a session for instance. None until there was volume.
/// </remarks>
[Indicator("vwap", Title = "Volume-Weighted Average Price", Kind = IndicatorKind.Volume,
    Formula = "vwap = sum of typical * volume / sum of volume since the anchor; bands = vwap +- deviations * weighted stdev")]
public sealed class Vwap : Indicator<VwapValue>
{
    private readonly double _deviations;
    private readonly VwapAnchor _anchor;
    private double _average;
    private double _volume;
    private double _squares;
    private long _window;

    /// <summary>An average since <paramref name="anchor"/>.</summary>
    /// <param name="deviations">Standard deviations from the average to a band, 0.01 to 100. Default 1.</param>
    /// <param name="anchor">Where the average begins. Default the first bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Vwap(
        [Parameter(0.01, 100, Step = 0.5, Description = "Standard deviations from the average to a band.")] double deviations = 1,
        VwapAnchor anchor = VwapAnchor.Series)
        : base(1)
    {
        _deviations = Arguments.InRange(deviations, 0.01, 100);
        _anchor = Arguments.Defined(anchor);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Vwap);

    /// <inheritdoc/>
    public override VwapValue Update(in Bar bar)
    {
        long window = Window(bar.Time);
        if (window != _window)
        {
            (_average, _volume, _squares, _window) = (0, 0, 0, window);
        }

        _volume += bar.Volume;
        if (_volume == 0)
        {
            return Value = VwapValue.None;
        }

        // Moving mean and squares about it, instead of dividing growing sums, keeps their digits however long the series.
        double distance = bar.Typical - _average;
        _average += distance * (bar.Volume / _volume);
        _squares += bar.Volume * distance * (bar.Typical - _average);
        double reach = _deviations * Math.Sqrt(_squares / _volume);
        return Value = new VwapValue(_average, _average + reach, _average - reach);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_average, _volume, _squares) = (0, 0, 0);
    }

    private long Window(DateTime time) => _anchor switch
    {
        VwapAnchor.Day => CalendarWindow.Number(PivotWindow.Day, time),
        VwapAnchor.Week => CalendarWindow.Number(PivotWindow.Week, time),
        VwapAnchor.Month => CalendarWindow.Number(PivotWindow.Month, time),
        _ => 0,
    };
}
