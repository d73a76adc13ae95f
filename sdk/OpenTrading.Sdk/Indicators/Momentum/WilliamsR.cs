using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Williams %R: how far the close stands below the highest high, in percent of the range of <c>period</c> bars; −100 to 0.
/// </summary>
/// <remarks>
/// Larry Williams, How I Made One Million Dollars (1973). First value at bar <c>period</c>; −100 where high and low are the same.
/// </remarks>
[Indicator("willr", Title = "Williams %R", Kind = IndicatorKind.Momentum,
    Formula = "-100 * (highest high - close) / (highest high - lowest low)")]
public sealed class WilliamsR : ScalarIndicator
{
    private RollingRange _range;

    /// <summary>An oscillator over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the range, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public WilliamsR([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the range.")] int period = 14)
        : base("williamsR", period)
    {
        _range = new RollingRange(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar) => Value = _range.Add(bar.High, bar.Low, bar.Close) - 100;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
    }
}
