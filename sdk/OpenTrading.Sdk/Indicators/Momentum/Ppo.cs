using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Percentage Price Oscillator: a fast less a slow exponential average of the close, in percent of the slow one, and the exponential average of that.
/// </summary>
/// <remarks>
/// Gerald Appel's <see cref="Macd"/> made comparable between prices. Each average starts from a simple one (<see cref="Ema"/>): the line at bar <c>slowPeriod</c>, the signal at bar
/// <c>slowPeriod + signalPeriod − 1</c>. No value where the slow average is 0.
/// </remarks>
[Indicator("ppo", Title = "Percentage Price Oscillator", Kind = IndicatorKind.Momentum,
    Formula = "ppo = 100 * (ema(close, fast) - ema(close, slow)) / ema(close, slow); signal = ema(ppo); histogram = ppo - signal",
    Outputs = ["ppo"])]
public sealed class Ppo : SeriesIndicator<PpoValue>
{
    private PercentageOscillator _oscillator;

    /// <summary>A difference of two averages and its signal line.</summary>
    /// <param name="fastPeriod">Smoothing length of the fast average, 1 to 4999. Default 12.</param>
    /// <param name="slowPeriod">Smoothing length of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 26.</param>
    /// <param name="signalPeriod">Smoothing length of the signal, 1 to 5000. Default 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Ppo(
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
    public override PpoValue Update(double value)
    {
        (double line, double signal) = _oscillator.Add(value);
        return Value = new PpoValue(line, signal, line - signal);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _oscillator.Reset();
    }
}
