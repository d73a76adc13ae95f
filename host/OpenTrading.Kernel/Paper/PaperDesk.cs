using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Paper;

/// <summary>The paper account as callers reach it: one at a time, on the prices that the account itself trades on.</summary>
/// <param name="desk">The account with everything around it.</param>
/// <param name="mailbox">Whose turn it is.</param>
/// <param name="market">Prices of all sources, and market time.</param>
/// <param name="symbol">Instrument of the session.</param>
/// <param name="timeframe">Bar length of the session: how often the account's price moves.</param>
public sealed class PaperDesk(TradingDesk desk, Mailbox mailbox, IMarketData market, MarketSymbol symbol, Timeframe timeframe)
{
    private readonly TimeSpan _priceBound = 2 * timeframe.Length();

    /// <summary>Prices of all sources.</summary>
    public IMarketData Market => market;

    /// <summary>Bar length of the session.</summary>
    public Timeframe Timeframe => timeframe;

    /// <summary>Instrument of the session, at the source of its prices.</summary>
    public MarketSymbol Symbol => symbol;

    /// <summary>Looks at the account, or works with it, when its turn comes.</summary>
    public T Do<T>(Func<TradingDesk, T> work) => mailbox.Do(() => work(desk));

    /// <summary>The instrument that a caller names, which the account must have a price of.</summary>
    /// <exception cref="CapabilityException">The symbol is unknown, or the account has no price of it.</exception>
    public Instrument Tradable(string name)
    {
        MarketSymbol named = market.Resolve(name);
        string known = named.Instrument.Symbol;
        string? source = name.Contains(':', StringComparison.Ordinal) ? name.Split(':')[0] : null;
        if (desk.Broker.Market(known) is not { } priced || (source is not null && !IsKindOf(priced.Source, source)))
        {
            throw new CapabilityException(
                ErrorCode.DataUnavailable,
                $"The paper account has no price of {name}; it trades {string.Join(", ", desk.Broker.Markets.Select(m => m.Setup.Instrument.Symbol).Order(StringComparer.Ordinal))}",
                $"Use one of these, or start the host where {known} has {timeframe} prices from the same source.");
        }

        Refresh([known]);
        return mailbox.Do(() => desk.Broker.Quote(known)) is null
            ? throw new CapabilityException(ErrorCode.DataUnavailable, $"No {timeframe} bar of {known} has closed since the host started", "Try again after the next bar.")
            : priced.Setup.Instrument;
    }

    /// <summary>Brings the account the present quotes of what is filled by ticks, before an order that would meet the last ones.</summary>
    /// <param name="symbols">Instruments of the account.</param>
    /// <exception cref="CapabilityException">Their terminal is gone: nothing is filled at a price that stands no more.</exception>
    public void Refresh(IEnumerable<string> symbols)
    {
        foreach (PricedInstrument priced in symbols.Distinct().Select(desk.Broker.Market).OfType<PricedInstrument>().Where(p => p.HasTicks))
        {
            Instrument instrument = priced.Setup.Instrument;
            Quote now = market.Quote(market.Resolve($"{priced.Source}:{instrument.Symbol}"));
            mailbox.Do(() => desk.OnTick(instrument, new Tick(now.Time, (double)now.Bid, (double)now.Ask)));
        }
    }

    /// <summary>Source and age of the account's prices. To be asked within <see cref="Do"/>.</summary>
    /// <param name="of">Symbol of the price; null for the session's.</param>
    public PriceStamp Stamp(string? of = null)
    {
        string asked = of ?? symbol.Instrument.Symbol;
        DateTime asOf = desk.Broker.Quote(asked)?.Time ?? desk.Broker.Snapshot().Account.Time;
        return new PriceStamp(desk.Broker.Market(asked)?.Source ?? symbol.Source, asOf, market.Now - asOf > _priceBound);
    }

    private static bool IsKindOf(string source, string kind) => source.Split(':')[0].Equals(kind, StringComparison.OrdinalIgnoreCase);
}
