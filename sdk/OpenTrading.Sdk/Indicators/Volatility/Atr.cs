using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Average true range: the <see cref="TrueRange"/> with Wilder's smoothing (<see cref="Smma"/>), in price units.</summary>
/// <remarks>
/// J. Welles Wilder, New Concepts in Technical Trading Systems (1978). First value at bar <c>period + 1</c>, the mean of the ranges so far.
/// </remarks>
[Indicator("atr", Title = "Average True Range", Kind = IndicatorKind.Volatility, Formula = "smma(tr, period); percent = 100 * atr / close",
    Outputs = ["atr"])]
public sealed class Atr : Indicator<AtrValue>
{
    private readonly TrueRange _range = new();
    private readonly Smma _average;

    /// <summary>An average of smoothing length <paramref name="period"/>.</summary>
    /// <param name="period">Smoothing length in bars, 1 to 5000. Default 14.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Atr([Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length in bars.")] int period = 14)
        : base(period + 1)
    {
        _average = new Smma(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Atr);

    /// <inheritdoc/>
    public override AtrValue Update(in Bar bar)
    {
        double range = _range.Update(in bar);
        double average = double.IsNaN(range) ? double.NaN : _average.Update(range);
        return Value = new AtrValue(range, average, bar.Close == 0 ? double.NaN : average / bar.Close * 100);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        _average.Reset();
    }
}
