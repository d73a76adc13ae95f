using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Double exponential moving average: <c>2 · ema − ema(ema)</c>, in the unit of the values.</summary>
/// <remarks>
/// Patrick Mulloy, Technical Analysis of Stocks &amp; Commodities, 1994. At bar <c>period</c> both averages start from the simple
/// average of the values so far, so that the first value comes there and not a period later.
/// </remarks>
[Indicator("dema", Title = "Double Exponential Moving Average", Kind = IndicatorKind.Average, Formula = "2 * ema - ema(ema)")]
public sealed class Dema : SeriesIndicator
{
    private readonly Ema _first;
    private SeededEma _second;

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Dema([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14)
        : base("dema", period)
    {
        _first = new Ema(period);
        _second = new SeededEma(period);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double first = _first.Update(value);
        return Value = (2 * first) - _second.Add(first);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _first.Reset();
        _second.Reset();
    }
}
