using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One instrument under the gate: its bars, and the session that trades it.</summary>
/// <param name="session">The session, on the account that all of them share.</param>
/// <param name="market">The instrument.</param>
/// <param name="setup">The run.</param>
internal sealed class GatedMarket(Session session, BacktestMarket market, BacktestSetup setup)
{
    private readonly BarSeries _bars = market.Views[0].Bars;
    private readonly BarCloses _closes = new(market.Timeframe, setup.Account.BrokerDay);
    private volatile int _next;
    private bool _matched;

    public string Symbol => _bars.Symbol;

    public long BarLength { get; } = market.Timeframe.Length().Ticks;

    public int Count => _bars.Count;

    /// <summary>When the next bar closes, UTC ticks; the largest number after the last.</summary>
    public long NextClose => _next < Count ? _closes.Of(_bars.Times[_next]) : long.MaxValue;

    /// <summary>Opening time of the last bar that was matched, UTC; of the first one before that.</summary>
    public DateTime LastOpen => new(_bars.Times[Math.Max(0, _next - 1)], DateTimeKind.Utc);

    public (string Strategy, DateTime Bar)? Calling => session.Calling is { } id ? (id, LastOpen) : null;

    /// <summary>Lets the account live through the bar that closes at <paramref name="now"/>.</summary>
    /// <param name="now">UTC ticks.</param>
    /// <param name="bar">The bar.</param>
    /// <returns>Whether there is one.</returns>
    public bool Match(long now, out Bar bar)
    {
        bar = default;
        _matched = NextClose == now;
        if (_matched)
        {
            bar = _bars[_next++];
            if (bar.Time >= setup.TradeFrom)
            {
                session.Match(bar);
            }
        }

        return _matched;
    }

    /// <summary>Lets the strategies see the bar that was matched, if one was.</summary>
    public void Think()
    {
        if (!_matched)
        {
            return;
        }

        Bar bar = _bars[_next - 1];
        if (bar.Time < setup.TradeFrom)
        {
            session.Warm(bar);
        }
        else
        {
            session.Think(bar);
        }
    }
}
