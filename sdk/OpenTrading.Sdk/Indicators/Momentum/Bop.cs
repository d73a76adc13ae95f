using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Balance of power: how much of its range a bar gained from open to close, averaged over <c>smoothPeriod</c> bars; −1 to 1.</summary>
/// <remarks>
/// Igor Livshin, Technical Analysis of Stocks &amp; Commodities, August 2001. First value at bar <c>smoothPeriod</c>; none while the window holds a
/// bar without range.
/// </remarks>
[Indicator("bop", Title = "Balance of Power", Kind = IndicatorKind.Momentum, Formula = "sma((close - open) / (high - low), smoothPeriod)")]
public sealed class Bop : ScalarIndicator
{
    private RollingMean _average;

    /// <summary>A balance over <paramref name="smoothPeriod"/> bars.</summary>
    /// <param name="smoothPeriod">Bars averaged, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Bop([Parameter(1, Arguments.MaxPeriod, Description = "Bars averaged.")] int smoothPeriod = 14)
        : base("bop", smoothPeriod)
    {
        _average = new RollingMean(Arguments.InRange(smoothPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override double Update(in Bar bar) =>
        Value = _average.Add(bar.High == bar.Low ? double.NaN : (bar.Close - bar.Open) / (bar.High - bar.Low));

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _average.Reset();
    }
}
