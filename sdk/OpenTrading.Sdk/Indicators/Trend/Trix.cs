using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Trix: the change from bar to bar of a triple smoothed exponential average, in percent.</summary>
/// <remarks>
/// Jack Hutson, Technical Analysis of Stocks &amp; Commodities, 1983. All three averages start from one simple average, as in
/// <see cref="Tema"/>; first value at bar <c>period + 1</c>.
/// </remarks>
[Indicator("trix", Title = "Triple Exponential Average Oscillator", Kind = IndicatorKind.Trend,
    Formula = "100 * (e - e[1]) / e[1]; e = ema(ema(ema(close)))")]
public sealed class Trix : SeriesIndicator
{
    private TripleEma _averages;

    /// <summary>An oscillator of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Trix([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14)
        : base("trix", period + 1)
    {
        _averages = new TripleEma(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double previous = _averages.Third;
        _averages.Add(value);
        return Value = previous == 0 ? double.NaN : 100 * (_averages.Third - previous) / previous;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _averages.Reset();
    }
}
