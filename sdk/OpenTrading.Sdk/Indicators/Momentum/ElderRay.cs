using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Elder ray: how far high and low lie above the exponential average of the close, in price units.</summary>
/// <remarks>Alexander Elder, Trading for a Living (1993), with <see cref="Ema"/>. First value at bar <c>period</c>.</remarks>
[Indicator("elder-ray", Title = "Elder Ray", Kind = IndicatorKind.Momentum,
    Formula = "bull = high - ema(close, period); bear = low - ema(close, period)")]
public sealed class ElderRay : Indicator<ElderRayValue>
{
    private readonly Ema _average;

    /// <summary>Powers about an average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 13.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public ElderRay([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 13)
        : base(period)
    {
        _average = new Ema(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Bull);

    /// <inheritdoc/>
    public override ElderRayValue Update(in Bar bar)
    {
        double average = _average.Update(in bar);
        return Value = new ElderRayValue(bar.High - average, bar.Low - average);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _average.Reset();
    }
}
