using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Kaufman's adaptive moving average: <c>kama += sc² · (value − kama)</c>, <c>sc = er · (fast − slow) + slow</c>, where fast and slow are
/// the exponential weights <c>2 / (period + 1)</c> and er is the efficiency ratio.
/// </summary>
/// <remarks>
/// Perry Kaufman, Smarter Trading (1995). The average starts at bar <c>erPeriod</c> with the value itself; the ratio is known one bar
/// later. Over a window without any change the ratio is 0 and the average takes the value.
/// </remarks>
[Indicator("kama", Title = "Kaufman Adaptive Moving Average", Kind = IndicatorKind.Average,
    Formula = "kama += sc^2 * (close - kama); sc = er * (fast - slow) + slow; er = net change / sum of changes",
    Outputs = ["kama"])]
public sealed class Kama : SeriesIndicator<KamaValue>
{
    private readonly double _fast;
    private readonly double _slow;
    private readonly int _erPeriod;
    private readonly EfficiencyRatio _efficiency;
    private int _seen;

    /// <summary>An average that moves between two exponential speeds.</summary>
    /// <param name="erPeriod">Bars of the efficiency ratio, 1 to 5000. Default 10.</param>
    /// <param name="fastPeriod">Period of the fastest speed, 1 to 4999. Default 2.</param>
    /// <param name="slowPeriod">Period of the slowest speed, 2 to 5000, above <paramref name="fastPeriod"/>. Default 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Kama(
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars of the efficiency ratio.")] int erPeriod = 10,
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Period of the fastest speed.")] int fastPeriod = 2,
        [Parameter(2, Arguments.MaxPeriod, Description = "Period of the slowest speed.")] int slowPeriod = 30)
        : base(erPeriod + 1)
    {
        _erPeriod = Arguments.InRange(erPeriod, 1, Arguments.MaxPeriod);
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = 2.0 / (fastPeriod + 1);
        _slow = 2.0 / (slowPeriod + 1);
        _efficiency = new EfficiencyRatio(erPeriod);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.EfficiencyRatio);

    /// <inheritdoc/>
    public override KamaValue Update(double value)
    {
        double ratio = _efficiency.Update(value);
        if (_seen < _erPeriod)
        {
            return ++_seen == _erPeriod ? Value = new KamaValue(double.NaN, value) : KamaValue.None;
        }

        // Without any path there is no smoothing.
        double weight = (ratio * (_fast - _slow)) + _slow;
        return Value = new KamaValue(ratio, _efficiency.HasPath ? Value.Kama + (weight * weight * (value - Value.Kama)) : value);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _efficiency.Reset();
        _seen = 0;
    }
}
