using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The bars of a view, one after the other as they close.</summary>
internal sealed class ViewBars(StrategyView view, BrokerDay day)
{
    private readonly BarCloses _closes = new(view.Timeframe, day);
    private volatile int _taken;

    /// <summary>Opening time of the last bar taken, UTC; of the first one before that. May be read from any thread.</summary>
    public DateTime Last => view.TimeOf(Math.Max(0, _taken - 1));

    /// <summary>Takes the next bar if it has closed.</summary>
    /// <param name="now">UTC ticks.</param>
    /// <param name="bar">The bar.</param>
    public bool Take(long now, out Bar bar)
    {
        bool isClosed = _taken < view.Bars.Count && _closes.Of(view.Bars.Times[_taken]) <= now;
        bar = isClosed ? view.Bars[_taken++] : default;
        return isClosed;
    }
}
