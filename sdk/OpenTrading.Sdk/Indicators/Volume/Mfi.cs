using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Money flow index: the relative strength of typical price times volume, <c>100 − 100 / (1 + rising flow / falling flow)</c>; 0 to 100.
/// </summary>
/// <remarks>
/// Gene Quong and Avrum Soudack, Technical Analysis of Stocks &amp; Commodities, March 1989. A bar's flow rises or falls with its typical
/// price (high + low + close) / 3; an unchanged one counts for neither. First value at bar <c>period + 1</c>; 100 where nothing fell.
/// </remarks>
[Indicator("mfi", Title = "Money Flow Index", Kind = IndicatorKind.Volume,
    Formula = "100 - 100 / (1 + rising flow / falling flow); flow = typical * volume")]
public sealed class Mfi : ScalarIndicator
{
    private RollingFlow _rising;
    private RollingFlow _falling;
    private double _previous = double.NaN;

    /// <summary>An index over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Mfi([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 14)
        : base("mfi", period + 1)
    {
        _rising = new RollingFlow(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _falling = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        double typical = bar.Typical;
        double change = typical - _previous;
        _previous = typical;
        if (double.IsNaN(change))
        {
            return Value = double.NaN;
        }

        double flow = typical * bar.Volume;
        _rising.Add(change > 0 ? flow : 0);
        _falling.Add(change < 0 ? flow : 0);
        return _falling.IsFull ? Value = Index(_rising.Total, _falling.Total) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _rising.Reset();
        _falling.Reset();
        _previous = double.NaN;
    }

    private static double Index(double rising, double falling) => falling == 0 ? 100 : 100 - (100 / (1 + (rising / falling)));
}
