using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Autocorrelation of the latest <c>period</c> returns with those <c>lag</c> bars earlier, −1 to 1: above 0 moves go on, below they are taken back.
/// </summary>
/// <remarks>
/// The sample autocorrelation of time series analysis: products over the pairs inside the window, squares over all of it, one mean. Logarithmic
/// returns; first value at bar <c>period + 1</c>; none where the returns are all equal. A value not above 0 starts the window anew.
/// </remarks>
[Indicator("autocorr", Title = "Autocorrelation of Returns", Kind = IndicatorKind.Statistic,
    Formula = "sum of (r - m) * (r[lag] - m) / sum of (r - m)^2 over period; r = log return, m = its mean")]
public sealed class Autocorrelation : SeriesIndicator
{
    private const int MaxLag = 500;

    private readonly int _period;
    private readonly int _lag;
    private LogReturn _return = new();
    private RollingDeviation _window;
    private Delay _past;
    private RollingSum _products;
    private RollingSum _later;
    private RollingSum _earlier;

    /// <summary>A correlation of <paramref name="period"/> returns with themselves.</summary>
    /// <param name="period">Returns in the window, 3 to 5000, above <paramref name="lag"/>. Default 50.</param>
    /// <param name="lag">Bars between the two returns, 1 to 500. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Autocorrelation(
        [Parameter(3, Arguments.MaxPeriod, Description = "Returns in the window.")] int period = 50,
        [Parameter(1, MaxLag, Description = "Bars between the two returns.")] int lag = 1)
        : base("autocorr", period + 1)
    {
        _period = Arguments.InRange(period, 3, Arguments.MaxPeriod);
        _lag = Arguments.InRange(lag, 1, MaxLag);
        Arguments.Ordered(lag, period);
        _window = new RollingDeviation(period);
        _past = new Delay(lag);
        _products = new RollingSum(period - lag);
        _later = new RollingSum(period - lag);
        _earlier = new RollingSum(period - lag);
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

        _window.Add(change);
        double past = _past.Add(change);
        if (!double.IsNaN(past))
        {
            _products.Add(change * past);
            _later.Add(change);
            _earlier.Add(past);
        }

        return Value = _window.IsFull ? Correlation() : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _return.Reset();
        Forget();
    }

    private double Correlation()
    {
        double mean = _window.Mean;
        double squares = _window.SampleVariance * (_period - 1);
        double products = _products.Total - (mean * (_later.Total + _earlier.Total)) + ((_period - _lag) * mean * mean);
        return squares > 0 ? Math.Clamp(products / squares, -1, 1) : double.NaN;
    }

    private void Forget()
    {
        _window.Reset();
        _past.Reset();
        _products.Reset();
        _later.Reset();
        _earlier.Reset();
    }
}
