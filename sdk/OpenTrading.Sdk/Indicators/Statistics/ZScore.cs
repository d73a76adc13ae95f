using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Z-score: how many standard deviations the value lies above the mean of the latest <c>period</c> values.</summary>
/// <remarks>
/// With the population deviation, as <see cref="StandardDeviation"/>. First value at bar <c>period</c>; none where the values are all equal.
/// </remarks>
[Indicator("zscore", Title = "Z-Score", Kind = IndicatorKind.Statistic, Formula = "(close - sma(close, period)) / stdev(close, period)")]
public sealed class ZScore : SeriesIndicator
{
    private readonly StandardDeviation _window;

    /// <summary>A score over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 2 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public ZScore([Parameter(2, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 20)
        : base("zscore", period)
    {
        _window = new StandardDeviation(period);
    }

    /// <inheritdoc/>
    public override double Update(double value) => Value = _window.Update(value).ZScore;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
