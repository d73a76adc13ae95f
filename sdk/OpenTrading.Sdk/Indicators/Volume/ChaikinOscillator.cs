using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Chaikin oscillator: a fast less a slow exponential average of the accumulation/distribution line (<see cref="Adl"/>), in the unit of the volume.
/// </summary>
/// <remarks>Marc Chaikin. Each average starts from a simple one (<see cref="Ema"/>). First value at bar <c>slowPeriod</c>.</remarks>
[Indicator("chaikin-osc", Title = "Chaikin Oscillator", Kind = IndicatorKind.Volume,
    Formula = "ema(adl, fastPeriod) - ema(adl, slowPeriod)")]
public sealed class ChaikinOscillator : ScalarIndicator
{
    private readonly Adl _line = new();
    private readonly Ema _fast;
    private readonly Ema _slow;

    /// <summary>A difference of two averages.</summary>
    /// <param name="fastPeriod">Smoothing length of the fast average, 1 to 4999. Default 3.</param>
    /// <param name="slowPeriod">Smoothing length of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public ChaikinOscillator(
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Smoothing length of the fast average.")] int fastPeriod = 3,
        [Parameter(2, Arguments.MaxPeriod, Description = "Smoothing length of the slow average.")] int slowPeriod = 10)
        : base("chaikinOsc", slowPeriod)
    {
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = new Ema(fastPeriod);
        _slow = new Ema(slowPeriod);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double line = _line.Update(in bar).Adl;
        return Value = _fast.Update(line) - _slow.Update(line);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _line.Reset();
        _fast.Reset();
        _slow.Reset();
    }
}
