using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Percentage Volume Oscillator: a fast less a slow exponential average of the volume, in percent of the slow one, and the exponential average of that.
/// </summary>
/// <remarks>
/// <see cref="Ppo"/> of the volume. Each average starts from a simple one (<see cref="Ema"/>): the line at bar <c>slowPeriod</c>, the signal at bar
/// <c>slowPeriod + signalPeriod − 1</c>. No value where the slow average is 0.
/// </remarks>
[Indicator("pvo", Title = "Percentage Volume Oscillator", Kind = IndicatorKind.Momentum,
    Formula = "pvo = 100 * (ema(volume, fast) - ema(volume, slow)) / ema(volume, slow); signal = ema(pvo); histogram = pvo - signal",
    Outputs = ["pvo"])]
public sealed class Pvo : Indicator<PvoValue>
{
    private PercentageOscillator _oscillator;

    /// <summary>A difference of two averages and its signal line.</summary>
    /// <param name="fastPeriod">Smoothing length of the fast average, 1 to 4999. Default 12.</param>
    /// <param name="slowPeriod">Smoothing length of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 26.</param>
    /// <param name="signalPeriod">Smoothing length of the signal, 1 to 5000. Default 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Pvo(
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Smoothing length of the fast average.")] int fastPeriod = 12,
        [Parameter(2, Arguments.MaxPeriod, Description = "Smoothing length of the slow average.")] int slowPeriod = 26,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the signal.")] int signalPeriod = 9)
        : base(slowPeriod + signalPeriod - 1)
    {
        _oscillator = new PercentageOscillator(fastPeriod, slowPeriod, signalPeriod);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override PvoValue Update(in Bar bar)
    {
        (double line, double signal) = _oscillator.Add(bar.Volume);
        return Value = new PvoValue(line, signal, line - signal);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _oscillator.Reset();
    }
}
