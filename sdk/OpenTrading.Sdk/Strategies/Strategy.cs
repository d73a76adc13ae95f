namespace OpenTrading.Sdk.Strategies;

/// <summary>
/// A trading idea: synchronous, pure and single-threaded. It sees closed bars and emits signals; it has no broker, no clock and no I/O.
/// </summary>
/// <remarks>
/// Parameters are constructor parameters marked <see cref="ParameterAttribute"/>; their C# defaults are the strategy's defaults.
/// The same object code runs in backtest, paper and live. One instance serves one instrument and timeframe.
/// </remarks>
public abstract class Strategy
{
    /// <summary>Bars before the first signal can be expected; the host feeds this many from history before a live start.</summary>
    /// <value>Default 0.</value>
    public virtual int WarmupBars => 0;

    /// <summary>Called once for every closed bar, oldest first.</summary>
    /// <param name="context">The market as known at this bar's close, the open positions, and the place to emit signals.</param>
    public abstract void OnBar(StrategyContext context);
}
