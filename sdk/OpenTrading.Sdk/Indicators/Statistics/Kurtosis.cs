using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Excess kurtosis of the latest <c>period</c> values: above 0 when outliers are more frequent than in a normal distribution.</summary>
/// <remarks>
/// The bias-corrected estimator, as statistics packages and spreadsheets give it. First value at bar <c>period</c>; none where the values are all
/// equal.
/// </remarks>
[Indicator("kurtosis", Title = "Kurtosis", Kind = IndicatorKind.Statistic,
    Formula = "(n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2^2 - 3) + 6); m = central moments of the latest n = period closes")]
public sealed class Kurtosis : SeriesIndicator
{
    private readonly double _period;
    private RollingMoments _window;

    /// <summary>A kurtosis over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 4 to 5000. Default 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Kurtosis([Parameter(4, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 30)
        : base("kurtosis", period)
    {
        _period = Arguments.InRange(period, 4, Arguments.MaxPeriod);
        _window = new RollingMoments(period);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _window.Add(value);
        (double second, _, double fourth) = _window.Central;
        if (!_window.IsFull || !(second > 0))
        {
            return Value = double.NaN;
        }

        double excess = (fourth / (second * second)) - 3;
        return Value = (_period - 1) / ((_period - 2) * (_period - 3)) * (((_period + 1) * excess) + 6);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
