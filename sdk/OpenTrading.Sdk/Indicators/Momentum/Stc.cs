using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Schaff trend cycle: where the difference of a fast and a slow exponential average stands in its range of <c>cyclePeriod</c> bars, smoothed; 0
/// to 100.
/// </summary>
/// <remarks>
/// Doug Schaff, 1999, as the stochastic of a MACD (<see cref="Macd"/>, <see cref="Stochastic"/>) averaged over three bars. First value at bar
/// <c>slowPeriod + cyclePeriod + 1</c>; 0 where the range is 0.
/// </remarks>
[Indicator("stc", Title = "Schaff Trend Cycle", Kind = IndicatorKind.Momentum,
    Formula = "sma(100 * (m - lowest m) / (highest m - lowest m), 3); m = ema(close, fastPeriod) - ema(close, slowPeriod)")]
public sealed class Stc : SeriesIndicator
{
    private const int SmoothPeriod = 3;

    private readonly Ema _fast;
    private readonly Ema _slow;
    private readonly Sma _smooth;
    private RollingRange _range;

    /// <summary>A cycle of <paramref name="cyclePeriod"/> bars.</summary>
    /// <param name="cyclePeriod">Bars in the range, 1 to 5000. Default 10.</param>
    /// <param name="fastPeriod">Smoothing length of the fast average, 1 to 4999. Default 23.</param>
    /// <param name="slowPeriod">Smoothing length of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 50.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Stc(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the range.")] int cyclePeriod = 10,
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Smoothing length of the fast average.")] int fastPeriod = 23,
        [Parameter(2, Arguments.MaxPeriod, Description = "Smoothing length of the slow average.")] int slowPeriod = 50)
        : base("stc", slowPeriod + cyclePeriod + SmoothPeriod - 2)
    {
        _range = new RollingRange(Arguments.InRange(cyclePeriod, 1, Arguments.MaxPeriod));
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = new Ema(fastPeriod);
        _slow = new Ema(slowPeriod);
        _smooth = new Sma(SmoothPeriod);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double fast = _fast.Update(value);
        double slow = _slow.Update(value);
        if (double.IsNaN(slow))
        {
            return double.NaN;
        }

        double difference = fast - slow;
        double raw = _range.Add(difference, difference, difference);
        return double.IsNaN(raw) ? double.NaN : Value = _smooth.Update(raw);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _fast.Reset();
        _slow.Reset();
        _smooth.Reset();
        _range.Reset();
    }
}
