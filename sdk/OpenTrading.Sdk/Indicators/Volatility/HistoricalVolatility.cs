using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Historical volatility: the standard deviation of the latest <c>period</c> logarithmic returns, of a year, in percent.</summary>
/// <remarks>
/// As John Hull, Options, Futures, and Other Derivatives, estimates it: the sample deviation, divided by one less than the period. First value at
/// bar <c>period + 1</c>. A value not above 0 starts the window anew.
/// </remarks>
[Indicator("hist-vol", Title = "Historical Volatility", Kind = IndicatorKind.Volatility,
    Formula = "100 * sqrt(barsPerYear) * sample stdev of ln(close / close[1]) over period")]
public sealed class HistoricalVolatility : SeriesIndicator
{
    private readonly int _barsPerYear;
    private LogReturn _return = new();
    private RollingDeviation _window;

    /// <summary>A volatility over <paramref name="period"/> returns.</summary>
    /// <param name="period">Returns in the window, 2 to 5000. Default 20.</param>
    /// <param name="barsPerYear">Bars of a year, 1 to 527040; 252 for days, 1512 for four hours, 6048 for hours. Default 252.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public HistoricalVolatility(
        [Parameter(2, Arguments.MaxPeriod, Description = "Returns in the window.")] int period = 20,
        [Parameter(1, AnnualVolatility.MaxBars, Description = "Bars of a year.")] int barsPerYear = AnnualVolatility.Days)
        : base("histVol", period + 1)
    {
        _window = new RollingDeviation(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _barsPerYear = Arguments.InRange(barsPerYear, 1, AnnualVolatility.MaxBars);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double change = _return.Add(value);
        if (double.IsNaN(change))
        {
            _window.Reset();
            return Value = double.NaN;
        }

        _window.Add(change);
        return Value = _window.IsFull ? AnnualVolatility.Percent(_window.SampleVariance, _barsPerYear) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _return.Reset();
        _window.Reset();
    }
}
