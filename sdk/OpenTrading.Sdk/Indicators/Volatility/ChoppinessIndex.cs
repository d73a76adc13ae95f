using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Choppiness index: <c>100 · log(sum of true ranges / range of the window) / log(period)</c>. 100 is a market without direction, low
/// values a straight trend.
/// </summary>
/// <remarks>
/// E. W. Dreiss, about 1993. Highs and lows include the close before them. First value at bar <c>period + 1</c>; none where the price did
/// not move.
/// </remarks>
[Indicator("chop", Title = "Choppiness Index", Kind = IndicatorKind.Volatility,
    Formula = "100 * log(sum tr / (highest high - lowest low)) / log(period)")]
public sealed class ChoppinessIndex : ScalarIndicator
{
    private readonly double _scale;
    private RollingMax _high;
    private RollingMin _low;
    private RollingSum _ranges;
    private double _previousClose = double.NaN;

    /// <summary>An index over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 2 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public ChoppinessIndex([Parameter(2, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 14)
        : base("chop", period + 1)
    {
        _scale = 100 / Math.Log(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _high = new RollingMax(period);
        _low = new RollingMin(period);
        _ranges = new RollingSum(period);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double high = Math.Max(bar.High, _previousClose);
        double low = Math.Min(bar.Low, _previousClose);
        _previousClose = bar.Close;
        if (double.IsNaN(high))
        {
            return Value;
        }

        _ranges.Add(high - low);
        double range = _high.Add(high) - _low.Add(low);
        return Value = range == 0 ? double.NaN : _scale * Math.Log(_ranges.Total / range);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _high.Reset();
        _low.Reset();
        _ranges.Reset();
        _previousClose = double.NaN;
    }
}
