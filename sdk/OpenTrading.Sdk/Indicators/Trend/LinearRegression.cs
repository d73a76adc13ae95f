using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Linear regression: the straight line that fits the latest <c>period</c> values best, its end, its slope and its fit.</summary>
/// <remarks>
/// Least squares over equally spaced bars. First value at bar <c>period</c>. No fit where the values are all equal. <see cref="Lsma"/> and
/// <see cref="Slope"/> give one of the outputs each.
/// </remarks>
[Indicator("linreg", Title = "Linear Regression", Kind = IndicatorKind.Trend,
    Formula = "least-squares line through the latest period closes: its end, its change a bar, its r squared")]
public sealed class LinearRegression : SeriesIndicator<LinearRegressionValue>
{
    private readonly int _period;
    private RollingRegression _line;
    private RollingDeviation _spread;

    /// <summary>A line through <paramref name="period"/> values.</summary>
    /// <param name="period">Values the line is fitted to, 2 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public LinearRegression([Parameter(2, Arguments.MaxPeriod, Description = "Values the line is fitted to.")] int period = 14)
        : base(period)
    {
        _period = Arguments.InRange(period, 2, Arguments.MaxPeriod);
        _line = new RollingRegression(period);
        _spread = new RollingDeviation(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Value);

    /// <inheritdoc/>
    public override LinearRegressionValue Update(double value)
    {
        _line.Add(value);
        _spread.Add(value);
        if (!_line.IsFull)
        {
            return Value;
        }

        double variance = _spread.Deviation * _spread.Deviation;
        double fit = variance == 0 ? double.NaN : Math.Min(_line.Explained / (_period * variance), 1);
        return Value = new LinearRegressionValue(_line.End, _line.Slope, fit);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _line.Reset();
        _spread.Reset();
    }
}
