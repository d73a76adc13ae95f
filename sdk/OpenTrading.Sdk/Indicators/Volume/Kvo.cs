using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Klinger volume oscillator: a fast less a slow exponential average of the volume force, which is the volume signed by the trend and weighted by
/// how much of the trend's range the bar takes; and the exponential average of that. In the unit of the volume, times 100.
/// </summary>
/// <remarks>
/// Stephen Klinger, Technical Analysis of Stocks &amp; Commodities, December 1997. The force is known from bar 3; each average starts from a simple
/// one (<see cref="Ema"/>): the oscillator at bar <c>slowPeriod + 2</c>, the signal <c>signalPeriod − 1</c> bars later.
/// </remarks>
[Indicator("kvo", Title = "Klinger Volume Oscillator", Kind = IndicatorKind.Volume,
    Formula = "ema(vf, fast) - ema(vf, slow); vf = volume * trend * |2 * (dm / cm - 1)| * 100; dm = high - low, cm = its sum over the trend",
    Outputs = ["kvo"])]
public sealed class Kvo : Indicator<KvoValue>
{
    private readonly Ema _fast;
    private readonly Ema _slow;
    private readonly Ema _signal;
    private double _previousSum;
    private double _previousRange;
    private double _trendRange;
    private int _trend;
    private int _seen;

    /// <summary>A difference of two averages and its signal line.</summary>
    /// <param name="fastPeriod">Smoothing length of the fast average, 1 to 4999. Default 34.</param>
    /// <param name="slowPeriod">Smoothing length of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 55.</param>
    /// <param name="signalPeriod">Smoothing length of the signal, 1 to 5000. Default 13.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Kvo(
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Smoothing length of the fast average.")] int fastPeriod = 34,
        [Parameter(2, Arguments.MaxPeriod, Description = "Smoothing length of the slow average.")] int slowPeriod = 55,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the signal.")] int signalPeriod = 13)
        : base(slowPeriod + signalPeriod + 1)
    {
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = new Ema(fastPeriod);
        _slow = new Ema(slowPeriod);
        _signal = new Ema(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override KvoValue Update(in Bar bar)
    {
        double sum = bar.High + bar.Low + bar.Close;
        double range = bar.High - bar.Low;
        int trend = _seen == 0 ? 0 : sum > _previousSum ? 1 : -1;
        if (_seen >= 2)
        {
            _trendRange = range + (trend == _trend ? _trendRange : _previousRange);
            double force = Force(bar.Volume, range, trend);
            double fast = _fast.Update(force);
            double slow = _slow.Update(force);
            Value = new KvoValue(fast - slow, double.IsNaN(slow) ? double.NaN : _signal.Update(fast - slow));
        }
        else
        {
            _seen++;
        }

        (_previousSum, _previousRange, _trend) = (sum, range, trend);
        return Value;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
        (_trendRange, _trend, _seen) = (0, 0, 0);
    }

    // A trend without any range has no force: its range is then that of the bar.
    private double Force(double volume, double range, int trend) =>
        range == _trendRange ? 0 : volume * Math.Abs(2 * ((range / _trendRange) - 1)) * trend * 100;
}
