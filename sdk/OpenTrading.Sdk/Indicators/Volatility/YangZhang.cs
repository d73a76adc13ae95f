using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Yang-Zhang volatility: estimated from the gaps, bodies and ranges of <c>period</c> bars, whatever the drift; a year's, in percent.
/// </summary>
/// <remarks>
/// Dennis Yang and Qiang Zhang, The Journal of Business 73, 2000: the variance of gaps, plus k times that of bodies, plus 1 − k times the
/// Rogers-Satchell variance, with <c>k = 0.34 / (1.34 + (period + 1) / (period − 1))</c>. First value at bar <c>period + 1</c>. A price not above 0
/// starts the window anew.
/// </remarks>
[Indicator("yang-zhang", Title = "Yang-Zhang Volatility", Kind = IndicatorKind.Volatility,
    Formula = "100 * sqrt(barsPerYear * (var ln(open / close[1]) + k * var ln(close / open) + (1 - k) * mean of ln(h/c) ln(h/o) + ln(l/c) ln(l/o)))")]
public sealed class YangZhang : ScalarIndicator
{
    private readonly int _barsPerYear;
    private readonly double _bodyShare;
    private RollingDeviation _gaps;
    private RollingDeviation _bodies;
    private RollingMean _ranges;
    private double _previousClose;

    /// <summary>A volatility over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 2 to 5000. Default 20.</param>
    /// <param name="barsPerYear">Bars of a year, 1 to 527040; 252 for days, 1512 for four hours, 6048 for hours. Default 252.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public YangZhang(
        [Parameter(2, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 20,
        [Parameter(1, AnnualVolatility.MaxBars, Description = "Bars of a year.")] int barsPerYear = AnnualVolatility.Days)
        : base("yangZhang", period + 1)
    {
        _gaps = new RollingDeviation(Arguments.InRange(period, 2, Arguments.MaxPeriod));
        _bodies = new RollingDeviation(period);
        _ranges = new RollingMean(period);
        _barsPerYear = Arguments.InRange(barsPerYear, 1, AnnualVolatility.MaxBars);
        _bodyShare = 0.34 / (1.34 + ((period + 1.0) / (period - 1)));
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double gap = LogReturn.Of(bar.Open, _previousClose);
        double body = LogReturn.Of(bar.Close, bar.Open);
        double up = LogReturn.Of(bar.High, bar.Open);
        double down = LogReturn.Of(bar.Low, bar.Open);
        double range = (up * (up - body)) + (down * (down - body));
        _previousClose = bar.Close;
        if (double.IsNaN(gap + range))
        {
            Forget();
            return Value = double.NaN;
        }

        _gaps.Add(gap);
        _bodies.Add(body);
        double mean = _ranges.Add(range);
        double variance = _gaps.SampleVariance + (_bodyShare * _bodies.SampleVariance) + ((1 - _bodyShare) * mean);
        return Value = _gaps.IsFull ? AnnualVolatility.Percent(variance, _barsPerYear) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        Forget();
        _previousClose = 0;
    }

    private void Forget()
    {
        _gaps.Reset();
        _bodies.Reset();
        _ranges.Reset();
    }
}
