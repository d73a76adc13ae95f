using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Trailing stop a multiple of the average true range from the price: it follows the trend, never backs away, and changes sides when a close
/// reaches it. In price units.
/// </summary>
/// <remarks>
/// After J. Welles Wilder's volatility system, New Concepts in Technical Trading Systems (1978), with <see cref="Atr"/>. First value at bar
/// <c>period + 1</c>; the first trend rises when that bar closes at or above the close before it.
/// </remarks>
[Indicator("atr-stop", Title = "ATR Trailing Stop", Kind = IndicatorKind.Trend,
    Formula = "close -+ multiplier * atr(period), ratcheted with the trend; turns when a close reaches it",
    Outputs = ["atrStop"])]
public sealed class AtrStop : Indicator<AtrStopValue>
{
    private readonly Atr _range;
    private readonly double _multiplier;
    private readonly SwingPrice _price;
    private TrailingBands _bands = new();
    private double _previousClose;

    /// <summary>A stop of the average range of <paramref name="period"/> bars.</summary>
    /// <param name="period">Smoothing length of the true range, 1 to 5000. Default 21.</param>
    /// <param name="multiplier">Average true ranges from the price to the stop, 0.01 to 100. Default 3.</param>
    /// <param name="price">Price that the distance is measured from. Default the close.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AtrStop(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the true range.")] int period = 21,
        [Parameter(0.01, 100, Step = 0.1, Description = "Average true ranges from the price to the stop.")] double multiplier = 3,
        SwingPrice price = SwingPrice.Close)
        : base(period + 1)
    {
        _range = new Atr(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _multiplier = Arguments.InRange(multiplier, 0.01, 100);
        _price = Arguments.Defined(price);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.AtrStop);

    /// <inheritdoc/>
    public override AtrStopValue Update(in Bar bar)
    {
        double reach = _multiplier * _range.Update(in bar).Atr;
        if (!double.IsNaN(reach))
        {
            (double high, double low) = _price == SwingPrice.Close ? (bar.Close, bar.Close) : (bar.High, bar.Low);
            _bands.Follow(high + reach, low - reach, _previousClose, bar.Close, startsRising: bar.Close >= _previousClose);
            Value = _bands.IsRising
                ? new AtrStopValue(_bands.Lower, double.NaN, _bands.Lower)
                : new AtrStopValue(_bands.Upper, _bands.Upper, double.NaN);
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
