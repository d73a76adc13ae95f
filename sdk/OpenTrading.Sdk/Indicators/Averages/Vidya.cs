using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Variable index dynamic average: an exponential average whose weight is scaled by the size of the momentum oscillator
/// (<see cref="Cmo"/>), <c>vidya += 2 / (period + 1) · |cmo| / 100 · (value − vidya)</c>, in the unit of the values.
/// </summary>
/// <remarks>
/// Tushar Chande, Technical Analysis of Stocks &amp; Commodities, March 1992, in the form of Chande and Kroll, The New Technical Trader (1994),
/// and of MetaTrader 5, whose periods are the defaults. It starts from the value before the oscillator is first known; first output at bar
/// <c>cmoPeriod + 1</c>.
/// </remarks>
[Indicator("vidya", Title = "Variable Index Dynamic Average", Kind = IndicatorKind.Average,
    Formula = "vidya += 2 / (period + 1) * |cmo(cmoPeriod)| / 100 * (close - vidya)")]
public sealed class Vidya : SeriesIndicator
{
    private readonly Cmo _momentum;
    private readonly double _weight;
    private double _average;

    /// <summary>An average of smoothing length <paramref name="period"/>, scaled by momentum.</summary>
    /// <param name="period">Smoothing length in bars when the price moves straight, 1 to 5000. Default 12.</param>
    /// <param name="cmoPeriod">Bars of the momentum oscillator, 1 to 5000. Default 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Vidya(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars when the price moves straight.")] int period = 12,
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars of the momentum oscillator.")] int cmoPeriod = 9)
        : base("vidya", cmoPeriod + 1)
    {
        _weight = 2.0 / (Arguments.InRange(period, 1, Arguments.MaxPeriod) + 1);
        _momentum = new Cmo(Arguments.InRange(cmoPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double momentum = _momentum.Update(value);
        if (double.IsNaN(momentum))
        {
            _average = value;
            return double.NaN;
        }

        _average += _weight * Math.Abs(momentum) / 100 * (value - _average);
        return Value = _average;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _momentum.Reset();
    }
}
