using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Sessions;

/// <summary>
/// Runs a simulated account on what its markets tell. The session has one instrument; the account trades others too, and their bars and ticks reach
/// it here, with no strategy in between.
/// </summary>
/// <param name="own">Series of the session.</param>
/// <param name="session">The session.</param>
/// <param name="desk">The account with everything around it.</param>
/// <param name="exits">Exits that are managed at every close.</param>
/// <param name="clock">Time of the session.</param>
/// <threadsafety>Belongs to the account's thread.</threadsafety>
public sealed class AccountFeed(SeriesKey own, Session session, TradingDesk desk, ExitDesk exits, SessionClock clock)
{
    /// <summary>Series to follow. The session's comes first at one instant: it decides on what it knew when its bar closed.</summary>
    /// <param name="own">Series of the session.</param>
    /// <param name="markets">Instruments of the account.</param>
    public static IReadOnlyList<SeriesKey> Keys(SeriesKey own, IReadOnlyList<PricedInstrument> markets) =>
    [
        own,
        .. markets.Where(m => m.Setup.Instrument.Symbol != own.Symbol).Select(m => Key(m, own.Timeframe)),
        .. markets.Where(m => m.HasTicks).Select(m => Key(m, null)),
    ];

    /// <summary>Takes what a market told.</summary>
    public void Take(in MarketEvent e)
    {
        if (e.Key == own)
        {
            session.OnBar(e.Bar);
            return;
        }

        if (desk.Broker.Market(e.Key.Symbol)?.Setup.Instrument is not { } instrument)
        {
            return;
        }

        if (e.IsTick)
        {
            desk.OnTick(instrument, e.Tick);
            return;
        }

        clock.MoveTo(e.Time);
        desk.Orders.Advance(e.Time);
        desk.Broker.OnBar(instrument, e.Bar);
        exits.OnBar(instrument, e.Bar, e.Time);
    }

    private static SeriesKey Key(PricedInstrument market, Timeframe? timeframe) => new(market.Setup.Instrument.Symbol, timeframe) { Source = market.Source };
}
