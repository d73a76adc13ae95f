using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Slope of the straight line that fits the latest <c>period</c> values best: its change a bar, in the unit of the values.</summary>
/// <remarks>Least squares over equally spaced bars. First value at bar <c>period</c>.</remarks>
[Indicator("slope", Title = "Regression Slope", Kind = IndicatorKind.Trend,
    Formula = "change a bar of the least-squares line through the latest period closes")]
public sealed class Slope : SeriesIndicator
{
    private RollingRegression _line;

    /// <summary>The slope of a line through <paramref name="period"/> values.</summary>
    /// <param name="period">Values the line is fitted to, 2 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Slope([Parameter(2, Arguments.MaxPeriod, Description = "Values the line is fitted to.")] int period = 14)
        : base("slope", period)
    {
        _line = new RollingRegression(Arguments.InRange(period, 2, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _line.Add(value);
        return Value = _line.IsFull ? _line.Slope : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _line.Reset();
    }
}
