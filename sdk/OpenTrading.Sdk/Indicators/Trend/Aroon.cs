using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Aroon: how recent the highest high and the lowest low of the latest <c>period + 1</c> bars are, in percent.</summary>
/// <remarks>
/// Tushar Chande, Technical Analysis of Stocks &amp; Commodities, September 1995. Of equal extremes the earliest counts. First value at bar
/// <c>period + 1</c>.
/// </remarks>
[Indicator("aroon", Title = "Aroon", Kind = IndicatorKind.Trend,
    Formula = "up = 100 * (period - bars since highest high) / period; down likewise of the lowest low; oscillator = up - down",
    Outputs = ["up=aroonUp", "down=aroonDown", "oscillator"])]
public sealed class Aroon : Indicator<AroonValue>
{
    private readonly double _period;
    private RollingMax _high;
    private RollingMin _low;

    /// <summary>Ages of extremes, up to <paramref name="period"/> bars.</summary>
    /// <param name="period">Greatest age, in bars, 1 to 5000. Default 25.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Aroon([Parameter(1, Arguments.MaxPeriod, Description = "Greatest age of an extreme, in bars.")] int period = 25)
        : base(period + 1)
    {
        _period = Arguments.InRange(period, 1, Arguments.MaxPeriod);
        _high = new RollingMax(period + 1);
        _low = new RollingMin(period + 1);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Oscillator);

    /// <inheritdoc/>
    public override AroonValue Update(in Bar bar)
    {
        _high.Add(bar.High);
        _low.Add(bar.Low);
        if (!_high.IsFull)
        {
            return AroonValue.None;
        }

        double up = 100 * (_period - _high.Age) / _period;
        double down = 100 * (_period - _low.Age) / _period;
        return Value = new AroonValue(up, down, up - down);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _high.Reset();
        _low.Reset();
    }
}
