using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Bollinger bands: the simple average of <c>period</c> values, and bands a number of standard deviations above and below it.
/// </summary>
/// <remarks>
/// John Bollinger, Bollinger on Bollinger Bands (2001), with the population deviation. First value at bar <c>period</c>.
/// </remarks>
[Indicator("bb", Title = "Bollinger Bands", Kind = IndicatorKind.Volatility,
    Formula = "sma(close) +- deviations * stdev(close); percentB = (close - lower) / (upper - lower); width = (upper - lower) / sma",
    Outputs = ["upper=upperBand", "middle=sma", "lower=lowerBand", "width", "percentB"])]
public sealed class BollingerBands : SeriesIndicator<BollingerBandsValue>
{
    private readonly double _deviations;
    private RollingDeviation _window;

    /// <summary>Bands over <paramref name="period"/> values.</summary>
    /// <param name="period">Values in the window, 2 to 5000. Default 20.</param>
    /// <param name="deviations">Standard deviations from the middle to a band, 0.01 to 100. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public BollingerBands(
        [Parameter(2, Arguments.MaxPeriod, Description = "Values in the window.")] int period = 20,
        [Parameter(0.01, 100, Step = 0.1, Description = "Standard deviations from the middle to a band.")] double deviations = 2)
        : base(period)
    {
        _window = new RollingDeviation(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _deviations = Arguments.InRange(deviations, 0.01, 100);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.UpperBand);

    /// <inheritdoc/>
    public override BollingerBandsValue Update(double value)
    {
        _window.Add(value);
        if (!_window.IsFull)
        {
            return BollingerBandsValue.None;
        }

        double mean = _window.Mean;
        double deviation = _window.Deviation;
        double upper = mean + (_deviations * deviation);
        double lower = mean - (_deviations * deviation);
        return Value = new BollingerBandsValue(
            mean,
            upper,
            lower,
            PercentB: upper == lower ? double.NaN : (value - lower) / (upper - lower),
            ZScore: deviation == 0 ? double.NaN : (value - mean) / deviation,
            Width: mean == 0 ? double.NaN : (upper - lower) / mean);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
    }
}
