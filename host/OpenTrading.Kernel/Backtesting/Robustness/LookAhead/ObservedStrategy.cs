using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Backtesting.Robustness.LookAhead;

/// <summary>Another strategy whose signals, rules and inputs are written down bar by bar. What it sees and what becomes of its signals stays the same.</summary>
/// <param name="inner">The other strategy.</param>
/// <param name="seen">Where it is written down.</param>
/// <param name="prefix">What stands before the names of its series; empty where one strategy runs alone.</param>
public sealed class ObservedStrategy(Strategy inner, Observation seen, string prefix = "") : Strategy, IStrategyMarket, IDecisionListener
{
    private readonly BarWindow _bars = new();
    private StrategyContext? _outer;
    private StrategyContext? _own;
    private int _bar = -1;

    /// <inheritdoc/>
    public override int WarmupBars => inner.WarmupBars;

    /// <inheritdoc/>
    IReadOnlyList<Position> IStrategyMarket.Positions => _outer!.Positions;

    /// <inheritdoc/>
    IReadOnlyList<WorkingOrder> IStrategyMarket.Orders => _outer!.Orders;

    /// <inheritdoc/>
    IDecisionListener? IStrategyMarket.Listener => this;

    /// <inheritdoc/>
    public override void OnBar(StrategyContext context)
    {
        _outer = context;
        _own ??= new StrategyContext(context.Instrument, context.Timeframe, _bars, this);
        _bars.Add(context.Bar);
        _bar++;
        inner.OnBar(_own);
    }

    /// <inheritdoc/>
    void IStrategyMarket.Emit(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        Note("signal", signal.Action switch
        {
            SignalAction.Buy => 1,
            SignalAction.Sell => -1,
            _ => 0,
        });
        Note("confidence", signal.Confidence);
        Note("entry price", signal.EntryPrice ?? double.NaN);
        Note("stop", signal.Stop?.Value ?? double.NaN);
        Note("target", signal.Target?.Value ?? double.NaN);
        _outer!.Emit(signal);
    }

    /// <inheritdoc/>
    void IStrategyMarket.Emit(ManageIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        Note($"intent {intent.GetType().Name}", 1);
        _outer!.Emit(intent);
    }

    /// <inheritdoc/>
    void IDecisionListener.Rule(string rule, bool passed, double value, double threshold)
    {
        Note($"rule '{rule}'", passed ? 1 : 0);
        Note($"value of '{rule}'", value);
    }

    /// <inheritdoc/>
    void IDecisionListener.Input(string name, double value) => Note(name, value);

    private void Note(string series, double value) => seen.Note(prefix + series, _bar, value);
}
