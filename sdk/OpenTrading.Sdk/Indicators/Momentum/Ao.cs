using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Awesome oscillator: a fast less a slow simple average of the median price (high + low) / 2, in price units.</summary>
/// <remarks>Bill Williams, New Trading Dimensions (1998). First value at bar <c>slowPeriod</c>.</remarks>
[Indicator("ao", Title = "Awesome Oscillator", Kind = IndicatorKind.Momentum,
    Formula = "sma((high + low) / 2, fastPeriod) - sma((high + low) / 2, slowPeriod)")]
public sealed class Ao : ScalarIndicator
{
    private readonly Sma _fast;
    private readonly Sma _slow;

    /// <summary>A difference of two averages.</summary>
    /// <param name="fastPeriod">Bars of the fast average, 1 to 4999. Default 5.</param>
    /// <param name="slowPeriod">Bars of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 34.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Ao(
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Bars of the fast average.")] int fastPeriod = 5,
        [Parameter(2, Arguments.MaxPeriod, Description = "Bars of the slow average.")] int slowPeriod = 34)
        : base("ao", slowPeriod)
    {
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = new Sma(fastPeriod);
        _slow = new Sma(slowPeriod);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double median = bar.Median;
        return Value = _fast.Update(median) - _slow.Update(median);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _fast.Reset();
        _slow.Reset();
    }
}
