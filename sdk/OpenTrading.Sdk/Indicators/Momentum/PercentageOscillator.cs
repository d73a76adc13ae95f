namespace OpenTrading.Sdk.Indicators;

/// <summary>What <see cref="Ppo"/> and <see cref="Pvo"/> have in common: <see cref="Macd"/> in percent of its slow average.</summary>
internal struct PercentageOscillator
{
    private readonly Ema _fast;
    private readonly Ema _slow;
    private readonly Ema _signal;

    public PercentageOscillator(int fastPeriod, int slowPeriod, int signalPeriod)
    {
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = new Ema(fastPeriod);
        _slow = new Ema(slowPeriod);
        _signal = new Ema(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <returns>NaN where unknown, and where the slow average is 0.</returns>
    public readonly (double Line, double Signal) Add(double value)
    {
        double fast = _fast.Update(value);
        double slow = _slow.Update(value);
        double line = slow == 0 ? double.NaN : 100 * (fast - slow) / slow;
        return (line, double.IsNaN(line) ? double.NaN : _signal.Update(line));
    }

    public readonly void Reset()
    {
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
    }
}
