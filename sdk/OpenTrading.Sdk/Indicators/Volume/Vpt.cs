using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Volume price trend: the volume of each bar times the relative change of its close, summed over all bars.</summary>
/// <remarks>
/// David Markstein, How to Chart Your Way to Stock Market Profits (1972). 0 at the first bar; only its changes mean something. In the unit of the
/// volume; a change from 0 counts as none.
/// </remarks>
[Indicator("vpt", Title = "Volume Price Trend", Kind = IndicatorKind.Volume, Formula = "vpt += volume * (close - close[1]) / close[1]")]
public sealed class Vpt() : ScalarIndicator("vpt", 1)
{
    private RelativeChange _change = new();
    private double _trend;

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        _trend += bar.Volume * _change.Add(bar.Close);
        return Value = _trend;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _change.Reset();
        _trend = 0;
    }
}
