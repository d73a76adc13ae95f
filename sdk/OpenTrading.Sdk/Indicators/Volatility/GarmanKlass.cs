using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Garman-Klass volatility: estimated from open, high, low and close of <c>period</c> bars, about seven times as sure as from their closes; a year's, in
/// percent.
/// </summary>
/// <remarks>
/// Mark Garman and Michael Klass, The Journal of Business 53, 1980. It takes the price for a random walk without drift or gaps. First value at bar
/// <c>period</c>; none while the window holds a price not above 0.
/// </remarks>
[Indicator("garman-klass", Title = "Garman-Klass Volatility", Kind = IndicatorKind.Volatility,
    Formula = "100 * sqrt(barsPerYear * mean of (ln(high / low)^2 / 2 - (2 * ln 2 - 1) * ln(close / open)^2))")]
public sealed class GarmanKlass : ScalarIndicator
{
    private RollingVolatility _volatility;

    /// <summary>A volatility over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 1 to 5000. Default 20.</param>
    /// <param name="barsPerYear">Bars of a year, 1 to 527040; 252 for days, 1512 for four hours, 6048 for hours. Default 252.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GarmanKlass(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 20,
        [Parameter(1, AnnualVolatility.MaxBars, Description = "Bars of a year.")] int barsPerYear = AnnualVolatility.Days)
        : base("garmanKlass", period)
    {
        _volatility = new RollingVolatility(period, barsPerYear);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double range = LogReturn.Of(bar.High, bar.Low);
        double body = LogReturn.Of(bar.Close, bar.Open);
        return Value = _volatility.Add((range * range / 2) - (((2 * Math.Log(2)) - 1) * body * body));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _volatility.Reset();
    }
}
