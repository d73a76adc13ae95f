using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>On-balance volume: the volume of bars that closed higher less that of bars that closed lower, summed over all bars.</summary>
/// <remarks>
/// Joseph Granville, Granville's New Key to Stock Market Profits (1963). 0 at the first bar; only its changes mean something. In the unit
/// of the volume.
/// </remarks>
[Indicator("obv", Title = "On-Balance Volume", Kind = IndicatorKind.Volume,
    Formula = "obv += volume if close > close[1]; -= volume if close < close[1]")]
public sealed class Obv() : ScalarIndicator("obv", 1)
{
    private double _balance;
    private double _previousClose = double.NaN;

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        if (bar.Close > _previousClose)
        {
            _balance += bar.Volume;
        }
        else if (bar.Close < _previousClose)
        {
            _balance -= bar.Volume;
        }

        _previousClose = bar.Close;
        return Value = _balance;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_balance, _previousClose) = (0, double.NaN);
    }
}
