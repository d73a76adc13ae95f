using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Percentile rank: the percentage of the <c>period</c> values before this one that are not above it, 0 to 100.</summary>
/// <remarks>First value at bar <c>period + 1</c>. A bar costs a search in the ordered window, and a move of memory.</remarks>
[Indicator("percentile-rank", Title = "Percentile Rank", Kind = IndicatorKind.Statistic,
    Formula = "100 * count of the period closes before with close[i] <= close / period")]
public sealed class PercentileRank : SeriesIndicator
{
    private readonly int _period;
    private RollingRank _window;

    /// <summary>A rank among <paramref name="period"/> values.</summary>
    /// <param name="period">Values that the latest is ranked among, 1 to 5000. Default 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public PercentileRank([Parameter(1, Arguments.MaxPeriod, Description = "Values that the latest is ranked among.")] int period = 100)
        : base("percentileRank", period + 1)
    {
        _period = Arguments.InRange(period, 1, Arguments.MaxPeriod);
        _window = new RollingRank(period);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        Value = _window.IsFull ? 100.0 * _window.CountUpTo(value) / _period : double.NaN;
        _window.Add(value);
        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
