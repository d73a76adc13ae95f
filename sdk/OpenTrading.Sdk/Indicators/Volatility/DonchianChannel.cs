using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Donchian channel: highest high and lowest low of the <c>period</c> bars before this one, in price units.</summary>
/// <remarks>
/// Richard Donchian, about 1960. The bar itself is left out, so that it can break the channel. First value at bar <c>period + 1</c>.
/// </remarks>
[Indicator("donchian", Title = "Donchian Channel", Kind = IndicatorKind.Volatility,
    Formula = "highest high and lowest low of the period bars before this one; middle between them",
    Outputs = ["upper=upperBand", "middle=centerline", "lower=lowerBand"])]
public sealed class DonchianChannel : Indicator<ChannelValue>
{
    private RollingMax _high;
    private RollingMin _low;

    /// <summary>A channel over the <paramref name="period"/> bars before the latest.</summary>
    /// <param name="period">Bars in the channel, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public DonchianChannel([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the channel.")] int period = 20)
        : base(period + 1)
    {
        _high = new RollingMax(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _low = new RollingMin(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Centerline);

    /// <inheritdoc/>
    public override ChannelValue Update(in Bar bar)
    {
        double upper = _high.Value;
        double lower = _low.Value;
        _high.Add(bar.High);
        _low.Add(bar.Low);
        return Value = ChannelValue.Between(upper, (upper + lower) / 2, lower);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _high.Reset();
        _low.Reset();
    }
}
