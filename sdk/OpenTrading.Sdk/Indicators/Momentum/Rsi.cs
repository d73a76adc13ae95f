using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Relative strength index: <c>100 − 100 / (1 + average gain / average loss)</c>, 0 to 100.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems (1978), with his smoothing (<see cref="Smma"/>) of gains and losses.
/// First value at bar <c>period + 1</c>. 100 where there was no loss, also in a market that did not move.
/// </remarks>
[Indicator("rsi", Title = "Relative Strength Index", Kind = IndicatorKind.Momentum, Formula = "100 - 100 / (1 + smma(gain) / smma(loss))")]
public sealed class Rsi : SeriesIndicator
{
    private readonly Smma _gain;
    private readonly Smma _loss;
    private double _previous = double.NaN;

    /// <summary>An index whose averages have the length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Rsi([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14)
        : base("rsi", period + 1)
    {
        _gain = new Smma(period);
        _loss = new Smma(period);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double change = value - _previous;
        _previous = value;
        if (double.IsNaN(change))
        {
            return Value = double.NaN;
        }

        double gain = _gain.Update(Math.Max(change, 0));
        double loss = _loss.Update(Math.Max(-change, 0));
        return Value = loss == 0 ? 100 : 100 - (100 / (1 + (gain / loss)));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _gain.Reset();
        _loss.Reset();
        _previous = double.NaN;
    }
}
