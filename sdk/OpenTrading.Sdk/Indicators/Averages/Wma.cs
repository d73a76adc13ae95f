using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Weighted moving average: weights rise evenly from 1 for the oldest of <c>period</c> values to <c>period</c> for the newest.
/// </summary>
/// <remarks>First value at bar <c>period</c>; in the unit of the values. Rounding errors do not outlive one window.</remarks>
[Indicator("wma", Title = "Weighted Moving Average", Kind = IndicatorKind.Average,
    Formula = "sum of weight * close / sum of weights; weights 1 (oldest) to period (newest)")]
public sealed class Wma : SeriesIndicator
{
    private readonly double _weights;
    private RollingWeightedSum _sum;

    /// <summary>An average over <paramref name="period"/> values.</summary>
    /// <param name="period">Values averaged, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Wma([Parameter(1, Arguments.MaxPeriod, Description = "Values averaged.")] int period = 14)
        : base("wma", period)
    {
        Arguments.InRange(period, 1, Arguments.MaxPeriod);
        _weights = period * (period + 1) / 2.0;
        _sum = new RollingWeightedSum(period);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _sum.Add(value);
        return Value = _sum.IsFull ? _sum.Total / _weights : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _sum.Reset();
    }
}
