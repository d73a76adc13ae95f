using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// McGinley dynamic: an average that hurries after falling prices and dawdles behind rising ones,
/// <c>md += (value − md) / (k · period · (value / md)⁴)</c>, in the unit of the values.
/// </summary>
/// <remarks>
/// John R. McGinley, Journal of Technical Analysis, 1997. It starts from the first value; first output at bar 2. A value of 0 gives none, and
/// the next one is a new start.
/// </remarks>
[Indicator("mcginley", Title = "McGinley Dynamic", Kind = IndicatorKind.Average,
    Formula = "md += (close - md) / (kFactor * period * (close / md)^4); starts from the first close")]
public sealed class McGinleyDynamic : SeriesIndicator
{
    private readonly double _length;
    private double _previous = double.NaN;

    /// <summary>A dynamic of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 14.</param>
    /// <param name="kFactor">Fraction k of the length at which the value equals the dynamic, 0.1 to 10. Default 0.6.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public McGinleyDynamic(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14,
        [Parameter(0.1, 10, Step = 0.1, Description = "Fraction of the length that counts.")] double kFactor = 0.6)
        : base("mcginley", 2)
    {
        _length = Arguments.InRange(period, 1, Arguments.MaxPeriod) * Arguments.InRange(kFactor, 0.1, 10);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double ratio = value / _previous;
        double next = _previous + ((value - _previous) / (_length * ratio * ratio * ratio * ratio));
        bool isKnown = double.IsFinite(next) && _previous != 0;
        _previous = isKnown ? next : value;
        return Value = isKnown ? next : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _previous = double.NaN;
    }
}
