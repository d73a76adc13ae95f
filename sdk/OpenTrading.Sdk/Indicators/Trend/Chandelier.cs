using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Chandelier exit: a stop a multiple of the average true range below the highest high of <c>period</c> bars, or above the lowest low. In price
/// units.
/// </summary>
/// <remarks>
/// Charles Le Beau; published in Alexander Elder, Come Into My Trading Room (2002), with <see cref="Atr"/> of the same period. First value at bar
/// <c>period + 1</c>.
/// </remarks>
[Indicator("chandelier", Title = "Chandelier Exit", Kind = IndicatorKind.Trend,
    Formula = "bought: highest high - multiplier * atr(period); sold: lowest low + multiplier * atr(period)")]
public sealed class Chandelier : ScalarIndicator
{
    private readonly Atr _range;
    private readonly double _multiplier;
    private readonly OrderSide _side;
    private RollingMax _high;
    private RollingMin _low;

    /// <summary>An exit over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, and smoothing length of the true range, 1 to 5000. Default 22.</param>
    /// <param name="multiplier">Average true ranges from the extreme to the stop, 0.01 to 100. Default 3.</param>
    /// <param name="side">Side of the position that the stop is for. Default bought.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Chandelier(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the window, and smoothing length of the true range.")] int period = 22,
        [Parameter(0.01, 100, Step = 0.1, Description = "Average true ranges from the extreme to the stop.")] double multiplier = 3,
        OrderSide side = OrderSide.Buy)
        : base("chandelier", period + 1)
    {
        _range = new Atr(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _multiplier = Arguments.InRange(multiplier, 0.01, 100);
        _side = Arguments.Defined(side);
        _high = new RollingMax(period);
        _low = new RollingMin(period);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double reach = _multiplier * _range.Update(in bar).Atr;
        return Value = _side == OrderSide.Buy ? _high.Add(bar.High) - reach : _low.Add(bar.Low) + reach;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _high.Reset();
        _low.Reset();
    }
}
