using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Triple exponential moving average: <c>3 · ema − 3 · ema(ema) + ema(ema(ema))</c>, in the unit of the values.</summary>
/// <remarks>
/// Patrick Mulloy, Technical Analysis of Stocks &amp; Commodities, 1994. At bar <c>period</c> all three averages start from the
/// simple average of the values so far, so that the first value comes there and not two periods later.
/// </remarks>
[Indicator("tema", Title = "Triple Exponential Moving Average", Kind = IndicatorKind.Average,
    Formula = "3 * ema - 3 * ema(ema) + ema(ema(ema))")]
public sealed class Tema : SeriesIndicator
{
    private TripleEma _averages;

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Tema([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 20)
        : base("tema", period)
    {
        _averages = new TripleEma(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _averages.Add(value);
        return Value = (3 * _averages.First) - (3 * _averages.Second) + _averages.Third;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _averages.Reset();
    }
}
