using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Stochastic oscillator: where the close stands in the range of <c>period</c> bars, in percent, smoothed (%K), and the simple average of
/// that (%D).
/// </summary>
/// <remarks>
/// George Lane, 1957. %K is 0 where high and low are the same. First %K at bar <c>period + smoothPeriod − 1</c>, first %D
/// <c>signalPeriod − 1</c> bars later. A smoothing of 1 is the fast oscillator.
/// </remarks>
[Indicator("stoch", Title = "Stochastic Oscillator", Kind = IndicatorKind.Momentum,
    Formula = "k = sma(100 * (close - lowest low) / (highest high - lowest low), smooth); d = sma(k, signal); j = 3k - 2d",
    Outputs = ["k=oscillator", "d=signal"])]
public sealed class Stochastic : Indicator<StochasticValue>
{
    private readonly Sma _smooth;
    private readonly Sma _signal;
    private RollingRange _range;

    /// <summary>An oscillator over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the range, 1 to 5000. Default 14.</param>
    /// <param name="signalPeriod">%K averaged to %D, 1 to 5000. Default 3.</param>
    /// <param name="smoothPeriod">Raw values averaged to %K, 1 to 5000. Default 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Stochastic(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the range.")] int period = 14,
        [Parameter(1, Arguments.MaxPeriod, Description = "Values of %K averaged to %D.")] int signalPeriod = 3,
        [Parameter(1, Arguments.MaxPeriod, Description = "Raw values averaged to %K.")] int smoothPeriod = 3)
        : base(period + signalPeriod + smoothPeriod - 2)
    {
        _range = new RollingRange(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _signal = new Sma(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
        _smooth = new Sma(Arguments.InRange(smoothPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override StochasticValue Update(in Bar bar)
    {
        double raw = _range.Add(bar.High, bar.Low, bar.Close);
        double k = double.IsNaN(raw) ? double.NaN : _smooth.Update(raw);
        double d = double.IsNaN(k) ? double.NaN : _signal.Update(k);
        return Value = new StochasticValue(k, d, (3 * k) - (2 * d));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _smooth.Reset();
        _signal.Reset();
    }
}
