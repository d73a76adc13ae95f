using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Heikin-Ashi: bars re-drawn so that a trend shows as a run of one colour.</summary>
/// <remarks>
/// Dan Valcu, Technical Analysis of Stocks &amp; Commodities, February 2004. The first bar opens in the middle of its own body. The prices
/// were not traded: no order fills there.
/// </remarks>
[Indicator("heikin-ashi", Title = "Heikin-Ashi", Kind = IndicatorKind.Trend,
    Formula = "close = (open + high + low + close) / 4; open = middle of the body before")]
public sealed class HeikinAshi() : Indicator<HeikinAshiValue>(1)
{
    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Close);

    /// <inheritdoc/>
    public override HeikinAshiValue Update(in Bar bar)
    {
        double open = IsReady ? (Value.Open + Value.Close) / 2 : (bar.Open + bar.Close) / 2;
        double close = (bar.Open + bar.High + bar.Low + bar.Close) / 4;
        return Value = new HeikinAshiValue(
            open,
            Math.Max(bar.High, Math.Max(open, close)),
            Math.Min(bar.Low, Math.Min(open, close)),
            close,
            bar.Volume);
    }
}
