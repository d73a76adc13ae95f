using OpenTrading.Host.Configuration;
using OpenTrading.Host.Configuration.Sections;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Currencies;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Running;

/// <summary>Terms of the simulated account as configured.</summary>
internal static class AccountTerms
{
    public static AccountOptions Account(HostConfiguration configuration, decimal? cash = null)
    {
        AccountsOptions terms = configuration.Accounts;
        return new AccountOptions
        {
            InitialCash = cash ?? terms.Cash,
            Currency = terms.Currency,
            CurrencyDigits = Currencies.Digits(terms.Currency),
            Mode = terms.Mode,
            Leverage = terms.Leverage,
            MoneyRounding = MoneyRounding.Currency,
            BrokerDay = configuration.BrokerDay,
        };
    }

    /// <summary>The instrument with its costs.</summary>
    /// <param name="configuration">Costs.</param>
    /// <param name="instrument">What is traded.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="store">Where the bars of a conversion pair may be found; null where rates must come from what is traded.</param>
    /// <param name="traded">Instruments that the account trades before it.</param>
    /// <exception cref="DataException">The profit currency has no way into the account currency.</exception>
    public static InstrumentSetup Setup(HostConfiguration configuration, Instrument instrument, Timeframe timeframe, IBarStore? store, IReadOnlyList<PricedInstrument>? traded = null) => new()
    {
        Instrument = instrument,
        BarLength = timeframe.Length(),
        Spread = configuration.Accounts.SpreadPoints is { } points ? new FixedSpread(points) : SpreadModel.Recorded,
        Slippage = configuration.Accounts.SlippagePoints > 0 ? new FixedSlippage(configuration.Accounts.SlippagePoints) : SlippageModel.None,
        Conversion = Conversion(configuration, instrument, timeframe, store, traded ?? []),
    };

    private static ConversionSource? Conversion(HostConfiguration configuration, Instrument instrument, Timeframe timeframe, IBarStore? store, IReadOnlyList<PricedInstrument> traded)
    {
        string account = configuration.Accounts.Currency;
        if (instrument.ProfitCurrency == account || instrument.BaseCurrency == account)
        {
            return null;
        }

        string[] pairs = [instrument.ProfitCurrency + account, account + instrument.ProfitCurrency];
        foreach (string pair in pairs)
        {
            var key = new SeriesKey(pair, timeframe);
            if (configuration.Instruments.TryGetValue(pair, out Instrument? rates) && store?.Find(key) is not null)
            {
                return ConversionSource.From(PointBars.From(rates, store.ReadBars(key), SpreadModel.Recorded));
            }
        }

        for (int i = 0; i < traded.Count; i++)
        {
            if (pairs.Contains(traded[i].Setup.Instrument.Symbol))
            {
                return ConversionSource.From(i);
            }
        }

        throw new DataException(
            instrument.Symbol,
            $"there is no rate from {instrument.ProfitCurrency} to {account}",
            $"Import {instrument.ProfitCurrency}{account} {timeframe}, or trade in an account of {instrument.ProfitCurrency}.");
    }
}
