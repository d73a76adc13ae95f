using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// MESA adaptive moving average of the median price (high + low) / 2, and its following average: fast after a change of phase of the dominant
/// cycle, slow within one.
/// </summary>
/// <remarks>
/// John Ehlers, MESA and Trading Market Cycles, and Technical Analysis of Stocks &amp; Commodities, September 2001. Both averages start from
/// the mean of the first six median prices, at bar 6; the measured cycle settles over the next fifty or so.
/// </remarks>
[Indicator("mama", Title = "MESA Adaptive Moving Average", Kind = IndicatorKind.Average,
    Formula = "mama += alpha * ((high + low) / 2 - mama); fama += alpha / 2 * (mama - fama); alpha = max(fastLimit / change of phase, slowLimit)")]
public sealed class Mama : Indicator<MamaValue>
{
    private const int SeedBars = 6;

    private readonly double _fastLimit;
    private readonly double _slowLimit;
    private readonly MesaPhase _phase = new();
    private double _sum;
    private int _seen;

    /// <summary>An average that moves between two speeds.</summary>
    /// <param name="fastLimit">Weight of the newest price at the fastest, 0.01 to 0.99. Default 0.5.</param>
    /// <param name="slowLimit">Weight of the newest price at the slowest, 0.01 to 0.99. Default 0.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public Mama(
        [Parameter(0.01, 0.99, Step = 0.05, Description = "Weight of the newest price at the fastest.")] double fastLimit = 0.5,
        [Parameter(0.01, 0.99, Step = 0.01, Description = "Weight of the newest price at the slowest.")] double slowLimit = 0.05)
        : base(SeedBars)
    {
        _fastLimit = Arguments.InRange(fastLimit, 0.01, 0.99);
        _slowLimit = Arguments.InRange(slowLimit, 0.01, 0.99);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Fama);

    /// <inheritdoc/>
    public override MamaValue Update(in Bar bar)
    {
        double price = bar.Median;
        if (_seen == SeedBars)
        {
            double alpha = Math.Max(_fastLimit / Math.Max(_phase.Advance(price), 1), _slowLimit);
            double mama = (alpha * price) + ((1 - alpha) * Value.Mama);
            return Value = new MamaValue(mama, (0.5 * alpha * mama) + ((1 - (0.5 * alpha)) * Value.Fama));
        }

        _phase.Prime(price);
        _sum += price;
        return ++_seen == SeedBars ? Value = new MamaValue(_sum / SeedBars, _sum / SeedBars) : Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _phase.Reset();
        (_sum, _seen) = (0, 0);
    }
}
