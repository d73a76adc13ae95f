using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>True range: the larger of high and previous close less the smaller of low and previous close, in price units.</summary>
/// <remarks>J. Welles Wilder, New Concepts in Technical Trading Systems (1978). First value at the second bar.</remarks>
[Indicator("tr", Title = "True Range", Kind = IndicatorKind.Volatility, Formula = "max(high, close[1]) - min(low, close[1])")]
public sealed class TrueRange() : ScalarIndicator("tr", 2)
{
    private double _previousClose = double.NaN;

    /// <inheritdoc/>
    public override double Update(in Bar bar)
    {
        // NaN before the first bar stays NaN through Max and Min.
        Value = Math.Max(bar.High, _previousClose) - Math.Min(bar.Low, _previousClose);
        _previousClose = bar.Close;
        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _previousClose = double.NaN;
    }
}
