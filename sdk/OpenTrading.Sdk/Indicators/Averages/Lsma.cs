using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Least-squares moving average, or endpoint moving average: where the straight line that fits the latest <c>period</c> values best ends, in
/// their unit.
/// </summary>
/// <remarks>First value at bar <c>period</c>. <see cref="LinearRegression"/> gives the slope and the fit of the same line.</remarks>
[Indicator("lsma", Title = "Least-Squares Moving Average", Kind = IndicatorKind.Average,
    Formula = "end of the least-squares line through the latest period closes")]
public sealed class Lsma : SeriesIndicator
{
    private RollingRegression _line;

    /// <summary>The end of a line through <paramref name="period"/> values.</summary>
    /// <param name="period">Values the line is fitted to, 2 to 5000. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Lsma([Parameter(2, Arguments.MaxPeriod, Description = "Values the line is fitted to.")] int period = 10)
        : base("lsma", period)
    {
        _line = new RollingRegression(Arguments.InRange(period, 2, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _line.Add(value);
        return Value = _line.IsFull ? _line.End : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _line.Reset();
    }
}
