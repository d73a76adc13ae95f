using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Variance ratio: the variance of returns over <c>horizon</c> bars, a bar, over that of returns of one bar. 1 for a random walk, above for a trend,
/// below for a return to the mean.
/// </summary>
/// <remarks>
/// Andrew Lo and Craig MacKinlay, The Review of Financial Studies 1, 1988: overlapping logarithmic returns, both variances corrected for their bias.
/// First value at bar <c>period + 1</c>; none where the returns are all equal. A value not above 0 starts the window anew.
/// </remarks>
[Indicator("variance-ratio", Title = "Variance Ratio", Kind = IndicatorKind.Statistic,
    Formula = "variance of horizon-bar log returns / (horizon * variance of one-bar log returns) over period, both unbiased")]
public sealed class VarianceRatio : SeriesIndicator
{
    private const int MaxHorizon = 500;

    private readonly int _horizon;
    private readonly int _pairs;
    private readonly double _divisor;
    private LogReturn _return = new();
    private RollingDeviation _single;
    private RollingSum _long;
    private RollingSum _sum;
    private RollingSum _squares;

    /// <summary>A ratio over <paramref name="period"/> returns.</summary>
    /// <param name="period">One-bar returns in the window, 4 to 5000, above <paramref name="horizon"/>. Default 100.</param>
    /// <param name="horizon">Bars of the long returns, 2 to 500. Default 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public VarianceRatio(
        [Parameter(4, Arguments.MaxPeriod, Description = "One-bar returns in the window.")] int period = 100,
        [Parameter(2, MaxHorizon, Description = "Bars of the long returns.")] int horizon = 4)
        : base("varianceRatio", period + 1)
    {
        Arguments.InRange(period, 4, Arguments.MaxPeriod);
        _horizon = Arguments.InRange(horizon, 2, MaxHorizon);
        Arguments.Ordered(horizon, period);
        _pairs = period - horizon + 1;
        _divisor = horizon * _pairs * (1 - ((double)horizon / period));
        _single = new RollingDeviation(period);
        _long = new RollingSum(horizon);
        _sum = new RollingSum(_pairs);
        _squares = new RollingSum(_pairs);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double change = _return.Add(value);
        if (double.IsNaN(change))
        {
            Forget();
            return Value = double.NaN;
        }

        _single.Add(change);
        _long.Add(change);
        if (_long.IsFull)
        {
            _sum.Add(_long.Total);
            _squares.Add(_long.Total * _long.Total);
        }

        return Value = _single.IsFull ? Ratio() : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _return.Reset();
        Forget();
    }

    private double Ratio()
    {
        double mean = _horizon * _single.Mean;
        double variance = (_squares.Total - (2 * mean * _sum.Total) + (_pairs * mean * mean)) / _divisor;
        return _single.SampleVariance > 0 ? Math.Max(variance, 0) / _single.SampleVariance : double.NaN;
    }

    private void Forget()
    {
        _single.Reset();
        _long.Reset();
        _sum.Reset();
        _squares.Reset();
    }
}
