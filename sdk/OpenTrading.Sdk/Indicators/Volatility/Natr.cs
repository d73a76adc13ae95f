using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Normalized average true range: the <see cref="Atr"/> in percent of the close.</summary>
/// <remarks>John Forman, Technical Analysis of Stocks &amp; Commodities, May 2006. First value at bar <c>period + 1</c>.</remarks>
[Indicator("natr", Title = "Normalized Average True Range", Kind = IndicatorKind.Volatility, Formula = "100 * atr(period) / close")]
public sealed class Natr : ScalarIndicator
{
    private readonly Atr _range;

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Natr([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14)
        : base("natr", period + 1)
    {
        _range = new Atr(Arguments.InRange(period, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar) => Value = _range.Update(in bar).Percent;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
    }
}
