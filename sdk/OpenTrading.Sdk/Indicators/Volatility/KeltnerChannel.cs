using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Keltner channel: the exponential average of the close, and bands a multiple of the average true range above and below it.
/// </summary>
/// <remarks>
/// Chester Keltner, How to Make Money in Commodities (1960), in Linda Raschke's form with <see cref="Ema"/> and <see cref="Atr"/>. The
/// middle starts at bar <c>emaPeriod</c>, the bands when the average range is known too.
/// </remarks>
[Indicator("keltner", Title = "Keltner Channel", Kind = IndicatorKind.Volatility, Formula = "ema(close) +- multiplier * atr",
    Outputs = ["upper=upperBand", "middle=centerline", "lower=lowerBand"])]
public sealed class KeltnerChannel : Indicator<ChannelValue>
{
    private readonly RangeChannel _channel;

    /// <summary>A channel about an exponential average.</summary>
    /// <param name="emaPeriod">Smoothing length of the middle, 1 to 5000. Default 20.</param>
    /// <param name="multiplier">Average true ranges from the middle to a band, 0.01 to 100. Default 2.</param>
    /// <param name="atrPeriod">Smoothing length of the true range, 1 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public KeltnerChannel(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the middle.")] int emaPeriod = 20,
        [Parameter(0.01, 100, Step = 0.1, Description = "Average true ranges from the middle to a band.")] double multiplier = 2,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the true range.")] int atrPeriod = 10)
        : base(Math.Max(emaPeriod, atrPeriod + 1))
    {
        _channel = new RangeChannel(new Ema(Arguments.InRange(emaPeriod, 1, Arguments.MaxPeriod)), multiplier, atrPeriod);
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
