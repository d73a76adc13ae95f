using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Stoller average range channel: the simple average of the close, and bands a multiple of the average true range above and below it.</summary>
/// <remarks>
/// Manning Stoller, about 1980, with <see cref="Atr"/>. The middle starts at bar <c>smaPeriod</c>, the bands when the average range is known too.
/// </remarks>
[Indicator("starc", Title = "STARC Bands", Kind = IndicatorKind.Volatility,
    Formula = "sma(close, smaPeriod) +- multiplier * atr(atrPeriod)",
    Outputs = ["upper=upperBand", "middle=centerline", "lower=lowerBand"])]
public sealed class StarcBands : Indicator<ChannelValue>
{
    private readonly RangeChannel _channel;

    /// <summary>A channel about a simple average.</summary>
    /// <param name="smaPeriod">Bars averaged to the middle, 1 to 5000. Default 5.</param>
    /// <param name="multiplier">Average true ranges from the middle to a band, 0.01 to 100. Default 2.</param>
    /// <param name="atrPeriod">Smoothing length of the true range, 1 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StarcBands(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars averaged to the middle.")] int smaPeriod = 5,
        [Parameter(0.01, 100, Step = 0.1, Description = "Average true ranges from the middle to a band.")] double multiplier = 2,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the true range.")] int atrPeriod = 10)
        : base(Math.Max(smaPeriod, atrPeriod + 1))
    {
        _channel = new RangeChannel(new Sma(Arguments.InRange(smaPeriod, 1, Arguments.MaxPeriod)), multiplier, atrPeriod);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.UpperBand);

    /// <inheritdoc/>
    public override ChannelValue Update(in Bar bar) => Value = _channel.Add(in bar);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _channel.Reset();
    }
}
