using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Pearson's correlation of the latest <c>period</c> values with those of a reference series; −1 to 1.</summary>
/// <remarks>
/// Of the values themselves, not of their changes. First value at the pair <c>period</c>; none where one of the series did not move.
/// </remarks>
[Indicator("correlation", Title = "Correlation", Kind = IndicatorKind.Statistic,
    Formula = "covariance(close, reference close) / (stdev(close) * stdev(reference close)) over period")]
public sealed class Correlation : PairIndicator
{
    private RollingCovariance _window;

    /// <summary>A correlation over <paramref name="period"/> pairs.</summary>
    /// <param name="period">Pairs of values in the window, 2 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Correlation([Parameter(2, Arguments.MaxPeriod, Description = "Pairs of values in the window.")] int period = 20)
        : base("correlation", period)
    {
        _window = new RollingCovariance(Arguments.InRange(period, 2, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(double value, double reference)
    {
        _window.Add(value, reference);
        double spread = Math.Sqrt(_window.FirstVariance) * Math.Sqrt(_window.SecondVariance);
        return Value = _window.IsFull && spread > 0 ? Math.Clamp(_window.Covariance / spread, -1, 1) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
