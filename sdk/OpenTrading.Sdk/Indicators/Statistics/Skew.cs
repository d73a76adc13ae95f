using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Skewness of the latest <c>period</c> values: above 0 when few large ones lie far above the rest, below 0 when far below.</summary>
/// <remarks>
/// The adjusted Fisher-Pearson coefficient, as statistics packages and spreadsheets give it. First value at bar <c>period</c>; none where the
/// values are all equal.
/// </remarks>
[Indicator("skew", Title = "Skewness", Kind = IndicatorKind.Statistic,
    Formula = "sqrt(n * (n - 1)) / (n - 2) * m3 / m2^1.5; m = central moments of the latest n = period closes")]
public sealed class Skew : SeriesIndicator
{
    private readonly double _adjustment;
    private RollingMoments _window;

    /// <summary>A skewness over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 3 to 5000. Default 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Skew([Parameter(3, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 30)
        : base("skew", period)
    {
        _window = new RollingMoments(Arguments.InRange(period, 3, Arguments.MaxPeriod));
        _adjustment = Math.Sqrt(period * (period - 1.0)) / (period - 2);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _window.Add(value);
        (double second, double third, _) = _window.Central;
        return Value = _window.IsFull && second > 0 ? _adjustment * third / (second * Math.Sqrt(second)) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
