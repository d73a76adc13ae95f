using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Stochastic RSI: where the relative strength index stands in its own range of <c>stochPeriod</c> bars, in percent.</summary>
/// <remarks>
/// Tushar Chande and Stanley Kroll, The New Technical Trader (1994). First value at bar
/// <c>rsiPeriod + stochPeriod + smoothPeriod − 1</c>, first signal <c>signalPeriod − 1</c> bars later.
/// </remarks>
[Indicator("stoch-rsi", Title = "Stochastic RSI", Kind = IndicatorKind.Momentum,
    Formula = "stochastic of rsi over stochPeriod, smoothed; signal = sma of that",
    Outputs = ["k=stochRsi", "d=signal"])]
public sealed class StochasticRsi : SeriesIndicator<StochasticRsiValue>
{
    private readonly Rsi _rsi;
    private readonly Sma _smooth;
    private readonly Sma _signal;
    private RollingRange _range;

    /// <summary>An oscillator of an index.</summary>
    /// <param name="rsiPeriod">Smoothing length of the index, 1 to 5000. Default 14.</param>
    /// <param name="stochPeriod">Bars in the range of the index, 1 to 5000. Default 14.</param>
    /// <param name="signalPeriod">Values averaged to the signal, 1 to 5000. Default 3.</param>
    /// <param name="smoothPeriod">Raw values averaged to the oscillator, 1 to 5000. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public StochasticRsi(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the index.")] int rsiPeriod = 14,
        [Parameter(1, Arguments.MaxPeriod, Description = "Bars in the range of the index.")] int stochPeriod = 14,
        [Parameter(1, Arguments.MaxPeriod, Description = "Values averaged to the signal.")] int signalPeriod = 3,
        [Parameter(1, Arguments.MaxPeriod, Description = "Raw values averaged to the oscillator.")] int smoothPeriod = 1)
        : base(rsiPeriod + stochPeriod + signalPeriod + smoothPeriod - 2)
    {
        _rsi = new Rsi(Arguments.InRange(rsiPeriod, 1, Arguments.MaxPeriod));
        _range = new RollingRange(Arguments.InRange(stochPeriod, 1, Arguments.MaxPeriod));
        _signal = new Sma(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
        _smooth = new Sma(Arguments.InRange(smoothPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override StochasticRsiValue Update(double value)
    {
        double rsi = _rsi.Update(value);
        if (double.IsNaN(rsi))
        {
            return Value = StochasticRsiValue.None;
        }

        double raw = _range.Add(rsi, rsi, rsi);
        double oscillator = double.IsNaN(raw) ? double.NaN : _smooth.Update(raw);
        double signal = double.IsNaN(oscillator) ? double.NaN : _signal.Update(oscillator);
        return Value = new StochasticRsiValue(oscillator, signal);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _rsi.Reset();
        _range.Reset();
        _smooth.Reset();
        _signal.Reset();
    }
}
