using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// SuperTrend: a band a multiple of the average true range from the median price, that follows the price and never backs away until a close
/// goes through it; then the other band is in force.
/// </summary>
/// <remarks>
/// Olivier Seban, about 2009, with <see cref="Atr"/>. First value at bar <c>period + 1</c>; the first trend rises when that bar closes at
/// or above its median.
/// </remarks>
[Indicator("supertrend", Title = "SuperTrend", Kind = IndicatorKind.Trend,
    Formula = "(high + low) / 2 +- multiplier * atr, ratcheted with the trend; turns when a close goes through it",
    Outputs = ["superTrend"])]
public sealed class SuperTrend : Indicator<SuperTrendValue>
{
    private readonly Atr _range;
    private readonly double _multiplier;
    private TrailingBands _bands = new();
    private double _previousClose;

    /// <summary>Bands of the average range of <paramref name="period"/> bars.</summary>
    /// <param name="period">Smoothing length of the true range, 1 to 5000. Default 10.</param>
    /// <param name="multiplier">Average true ranges from the median to a band, 0.01 to 100. Default 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SuperTrend(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the true range.")] int period = 10,
        [Parameter(0.01, 100, Step = 0.1, Description = "Average true ranges from the median to a band.")] double multiplier = 3)
        : base(period + 1)
    {
        _range = new Atr(period);
        _multiplier = Arguments.InRange(multiplier, 0.01, 100);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.SuperTrend);

    /// <inheritdoc/>
    public override SuperTrendValue Update(in Bar bar)
    {
        double reach = _multiplier * _range.Update(in bar).Atr;
        if (!double.IsNaN(reach))
        {
            double median = bar.Median;
            _bands.Follow(median + reach, median - reach, _previousClose, bar.Close, startsRising: bar.Close >= median);
            Value = _bands.IsRising
                ? new SuperTrendValue(_bands.Lower, double.NaN, _bands.Lower)
                : new SuperTrendValue(_bands.Upper, _bands.Upper, double.NaN);
        }

        _previousClose = bar.Close;
        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _bands.Reset();
    }
}
