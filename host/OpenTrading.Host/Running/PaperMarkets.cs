using OpenTrading.Host.Configuration;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running;

/// <summary>What the paper account of a host trades: the session's instrument, and every known one that the same kind of source has at the same bar length.</summary>
internal static class PaperMarkets
{
    /// <summary>The instruments, pairs of the account currency first, as they convert the profit of others.</summary>
    /// <param name="configuration">Instruments, costs, source.</param>
    /// <param name="source">Where prices come from.</param>
    /// <param name="store">Where the bars of a conversion pair may be found.</param>
    /// <exception cref="DataException">The profit of the session's instrument cannot be converted. Others are left out then.</exception>
    public static IReadOnlyList<PricedInstrument> Of(HostConfiguration configuration, IDataSource source, IBarStore store)
    {
        string account = configuration.Accounts.Currency;
        var markets = new List<PricedInstrument>();
        foreach (Instrument instrument in configuration.Instruments.Values
            .Where(i => i.Symbol == configuration.Run.Symbol || source.Offers(Key(configuration, i.Symbol)))
            .OrderByDescending(i => i.ProfitCurrency == account || i.BaseCurrency == account)
            .ThenBy(i => i.Symbol, StringComparer.Ordinal))
        {
            bool hasTicks = configuration.Run.IsFromTerminal && source.Offers(Key(configuration, instrument.Symbol) with { Timeframe = null });
            try
            {
                markets.Add(new PricedInstrument(
                    AccountTerms.Setup(configuration, instrument, configuration.Run.Timeframe, hasTicks ? null : store, markets), Key(configuration, instrument.Symbol).Source)
                {
                    HasTicks = hasTicks,
                });
            }
            catch (DataException) when (instrument.Symbol != configuration.Run.Symbol)
            {
                // Not tradable here; whoever asks for it is told what is.
            }
        }

        return markets;
    }

    /// <summary>Series of an instrument at the session's source.</summary>
    public static SeriesKey Key(HostConfiguration configuration, string symbol) => configuration.Run.Source == "file"
        ? new SeriesKey(symbol, configuration.Run.Timeframe)
        : new SeriesKey(symbol, configuration.Run.Timeframe) { Source = configuration.Run.Source };
}
