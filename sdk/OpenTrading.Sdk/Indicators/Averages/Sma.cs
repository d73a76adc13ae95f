using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Simple moving average: the mean of the latest <c>period</c> values, in their unit.</summary>
/// <remarks>First value at bar <c>period</c>. Rounding errors do not outlive one window.</remarks>
[Indicator("sma", Title = "Simple Moving Average", Kind = IndicatorKind.Average, Formula = "sum of the latest period closes / period")]
public sealed class Sma : SeriesIndicator
{
    private readonly double _period;
    private RollingSum _sum;

    /// <summary>An average over <paramref name="period"/> values.</summary>
    /// <param name="period">Values averaged, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Sma([Parameter(1, Arguments.MaxPeriod, Description = "Values averaged.")] int period = 20)
        : base("sma", period)
    {
        _period = Arguments.InRange(period, 1, Arguments.MaxPeriod);
        _sum = new RollingSum(period);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override double Update(double value)
    {
        _sum.Add(value);
        return Value = _sum.IsFull ? _sum.Total / _period : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _sum.Reset();
    }
}
