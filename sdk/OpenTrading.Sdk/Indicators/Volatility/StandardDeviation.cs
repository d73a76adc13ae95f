using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Standard deviation of the latest <c>period</c> values (divided by the period, not by one less), their mean and z-score.
/// </summary>
/// <remarks>First value at bar <c>period</c>. No z-score where the values are all equal.</remarks>
[Indicator("stdev", Title = "Standard Deviation", Kind = IndicatorKind.Volatility, Formula = "sqrt(mean of (close - mean)^2) over period",
    Outputs = ["stdDev"])]
public sealed class StandardDeviation : SeriesIndicator<StandardDeviationValue>
{
    private RollingDeviation _window;

    /// <summary>A deviation over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 2 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public StandardDeviation([Parameter(2, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 14)
        : base(period)
    {
        _window = new RollingDeviation(Arguments.InRange(period, 2, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Deviation);

    /// <inheritdoc/>
    public override StandardDeviationValue Update(double value)
    {
        _window.Add(value);
        if (!_window.IsFull)
        {
            return StandardDeviationValue.None;
        }

        double deviation = _window.Deviation;
        double score = deviation == 0 ? double.NaN : (value - _window.Mean) / deviation;
        return Value = new StandardDeviationValue(deviation, _window.Mean, score);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
