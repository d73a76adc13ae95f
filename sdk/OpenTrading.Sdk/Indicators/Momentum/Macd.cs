using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Moving average convergence/divergence: a fast less a slow exponential average, and the exponential average of that.</summary>
/// <remarks>
/// Gerald Appel, The Moving Average Convergence-Divergence Method (1979). Each average starts from a simple one (<see cref="Ema"/>): the
/// line at bar <c>slowPeriod</c>, the signal at bar <c>slowPeriod + signalPeriod − 1</c>.
/// </remarks>
[Indicator("macd", Title = "Moving Average Convergence/Divergence", Kind = IndicatorKind.Trend,
    Formula = "macd = ema(fast) - ema(slow); signal = ema(macd); histogram = macd - signal",
    Outputs = ["macd", "signal", "histogram"])]
public sealed class Macd : SeriesIndicator<MacdValue>
{
    private readonly Ema _fast;
    private readonly Ema _slow;
    private readonly Ema _signal;

    /// <summary>A difference of two averages and its signal line.</summary>
    /// <param name="fastPeriod">Smoothing length of the fast average, 1 to 4999. Default 12.</param>
    /// <param name="slowPeriod">Smoothing length of the slow average, 2 to 5000, above <paramref name="fastPeriod"/>. Default 26.</param>
    /// <param name="signalPeriod">Smoothing length of the signal, 1 to 5000. Default 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public Macd(
        [Parameter(1, Arguments.MaxPeriod - 1, Description = "Smoothing length of the fast average.")] int fastPeriod = 12,
        [Parameter(2, Arguments.MaxPeriod, Description = "Smoothing length of the slow average.")] int slowPeriod = 26,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the signal.")] int signalPeriod = 9)
        : base(slowPeriod + signalPeriod - 1)
    {
        Arguments.Ordered(fastPeriod, slowPeriod);
        _fast = new Ema(fastPeriod);
        _slow = new Ema(slowPeriod);
        _signal = new Ema(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override MacdValue Update(double value)
    {
        double fast = _fast.Update(value);
        double slow = _slow.Update(value);
        double macd = fast - slow;
        double signal = _slow.IsReady ? _signal.Update(macd) : double.NaN;
        return Value = new MacdValue(macd, signal, macd - signal, fast, slow);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _fast.Reset();
        _slow.Reset();
        _signal.Reset();
    }
}
