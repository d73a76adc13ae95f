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
        if (named.Instrument.Symbol != symbol.Instrument.Symbol || (name.Contains(':', StringComparison.Ordinal) && named.Source != symbol.Source))
        {
            throw new CapabilityException(
                ErrorCode.DataUnavailable,
                $"The paper account has no price of {name}; its session trades {symbol.Instrument.Symbol} from {symbol.Source}",
                $"Use {symbol.Instrument.Symbol}, or start the host with run.symbol = \"{named.Instrument.Symbol}\".");
        }

        return mailbox.Do(() => desk.Broker.Quote(symbol.Instrument.Symbol)) is null
            ? throw new CapabilityException(ErrorCode.DataUnavailable, $"No {timeframe} bar of {symbol.Instrument.Symbol} has closed since the host started", "Try again after the next bar.")
            : symbol.Instrument;
    }

    /// <summary>Source and age of the account's prices. To be asked within <see cref="Do"/>.</summary>
    public PriceStamp Stamp()
    {
        DateTime asOf = desk.Broker.Quote(symbol.Instrument.Symbol)?.Time ?? desk.Broker.Snapshot().Account.Time;
        return new PriceStamp(symbol.Source, asOf, market.Now - asOf > _priceBound);
    }
}
