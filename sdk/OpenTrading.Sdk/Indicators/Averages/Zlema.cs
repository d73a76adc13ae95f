using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Zero-lag exponential moving average: the exponential average of <c>2 · value − value[lag]</c> with <c>lag = (period − 1) / 2</c>, in the
/// unit of the values.
/// </summary>
/// <remarks>
/// John Ehlers and Ric Way, Zero Lag (Well, Almost), Technical Analysis of Stocks &amp; Commodities, November 2010. The lag is rounded down. The
/// average starts from a simple one as <see cref="Ema"/> does: first value at bar <c>period + lag</c>.
/// </remarks>
[Indicator("zlema", Title = "Zero-Lag Exponential Moving Average", Kind = IndicatorKind.Average,
    Formula = "ema(2 * close - close[(period - 1) / 2])")]
public sealed class Zlema : SeriesIndicator
{
    private readonly Ema _average;
    private Delay _past;

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Zlema([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 20)
        : base("zlema", period + ((period - 1) / 2))
    {
        _average = new Ema(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _past = new Delay((period - 1) / 2);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double past = _past.Add(value);
        return double.IsNaN(past) ? double.NaN : Value = _average.Update(value + (value - past));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _average.Reset();
        _past.Reset();
    }
}
