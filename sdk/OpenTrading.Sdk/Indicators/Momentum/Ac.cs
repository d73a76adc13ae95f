using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Accelerator oscillator: the awesome oscillator (<see cref="Ao"/>) less its own simple average, in price units.</summary>
/// <remarks>Bill Williams, New Trading Dimensions (1998). First value at bar <c>slowPeriod + signalPeriod − 1</c>.</remarks>
[Indicator("ac", Title = "Accelerator Oscillator", Kind = IndicatorKind.Momentum, Formula = "ao - sma(ao, signalPeriod)")]
public sealed class Ac : ScalarIndicator
{
    private readonly Ao _oscillator;
    private readonly Sma _signal;

    /// <summary>The acceleration of a difference of two averages.</summary>
    /// <param name="fastPeriod">Bars of the fast average, 1 to 4999. Default 5.</param>
    /// <param name="slowPeriod">Bars of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 34.</param>
    /// <param name="signalPeriod">Values of the oscillator averaged, 1 to 5000. Default 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Ac(
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Bars of the fast average.")] int fastPeriod = 5,
        [Parameter(2, Arguments.MaxPeriod, Description = "Bars of the slow average.")] int slowPeriod = 34,
        [Parameter(1, Arguments.MaxPeriod, Description = "Values of the oscillator averaged.")] int signalPeriod = 5)
        : base("ac", slowPeriod + signalPeriod - 1)
    {
        _oscillator = new Ao(fastPeriod, slowPeriod);
        _signal = new Sma(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double oscillator = _oscillator.Update(in bar);
        return double.IsNaN(oscillator) ? double.NaN : Value = oscillator - _signal.Update(oscillator);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _oscillator.Reset();
        _signal.Reset();
    }
}
