using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Paper;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>What the open positions amount to.</summary>
/// <param name="paper">The simulated account.</param>
/// <param name="live">Accounts at brokers; null where there can be none.</param>
public sealed class ExposureCapabilities(PaperDesk paper, LiveDesks? live = null)
{
    /// <summary>Exposure by symbol and currency.</summary>
    [Capability("get_exposure", "risk", Effect.Read, "GET /risk/exposure", Errors = [ErrorCode.NotConnected])]
    [Description("Gross and net exposure by symbol and currency, and the risk to all stops.")]
    public ExposureResult GetExposure(AccountName account = AccountName.Paper)
    {
        if (account == AccountName.Paper || live is null)
        {
            account.RequireConnected();
            return paper.Do(desk => Answer(AccountView.Of(desk), paper.Stamp()));
        }

        return live.Require(account: null).Do(desk => Answer(AccountView.Of(desk), AccountView.StampOf(desk)));
    }

    private static ExposureResult Answer(AccountView view, PriceStamp stamp)
    {
        BrokerSnapshot snapshot = view.Snapshot;
        string currency = snapshot.Account.Currency;
        Holding[] holdings = [.. snapshot.Positions.GroupBy(p => p.Symbol).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Holding.Of(view, g.Key, [.. g], currency))];
        decimal gross = Round(holdings.Sum(h => h.Gross), currency);
        decimal net = Round(holdings.Sum(h => h.Net), currency);
        var risk = OpenRisk.Of(view);
        return new ExposureResult
        {
            Summary = snapshot.Positions.Count == 0
                ? "No position is open."
                : string.Create(CultureInfo.InvariantCulture, $"{snapshot.Positions.Count} positions, {gross} {currency} gross, {net} net; {risk.Pct} % at risk to the stops{(risk.Unprotected > 0 ? $", {risk.Unprotected} without a stop" : "")}."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Gross = gross,
            Net = net,
            Currency = currency,
            BySymbol = [.. holdings.Select(h => new SymbolExposure(h.Instrument.Symbol, h.NetLots, Round(h.Net, currency), Percent.Of(Round(h.Net, currency), snapshot.Account.Equity)))],
            ByCurrency = [.. holdings.Where(h => h.NetLots != 0).SelectMany(ByCurrency).GroupBy(c => c.Code).Select(g => new CurrencyExposure(g.Key, g.Sum(c => c.Net)))],
            CorrelatedGroups = Correlated(holdings),
            OpenRiskPct = risk.Pct,
            UnprotectedPositions = risk.Unprotected,
        };
    }

    // Held the same way round, two symbols that share a currency win and lose together; a hedge of one by the other does not count.
    private static string[][] Correlated(Holding[] holdings) =>
    [
        .. holdings.Where(h => h.NetLots != 0).SelectMany(h => ByCurrency(h).Select(c => (c.Code, Long: c.Net > 0, h.Instrument.Symbol)))
            .GroupBy(c => (c.Code, c.Long)).Where(g => g.Count() > 1).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => g.Select(c => c.Symbol).ToArray()),
    ];

    // A pair is two currencies, one bought and one sold; anything else is held in its profit currency alone.
    private static CurrencyExposure[] ByCurrency(Holding holding)
    {
        Instrument instrument = holding.Instrument;
        decimal units = holding.NetLots * instrument.ContractSize;
        return instrument.AssetClass is AssetClass.Fx or AssetClass.Metal
            ? [new CurrencyExposure(instrument.BaseCurrency, units), new CurrencyExposure(instrument.ProfitCurrency, Round(-units * holding.Price, instrument.ProfitCurrency))]
            : [new CurrencyExposure(instrument.ProfitCurrency, Round(units * holding.Price, instrument.ProfitCurrency))];
    }

    private static decimal Round(decimal amount, string currency) => Math.Round(amount, Currencies.Digits(currency), MidpointRounding.AwayFromZero);

    // All positions of a symbol: lots, and their worth in account currency at the price between bid and ask.
    private sealed record Holding(Instrument Instrument, decimal Price, decimal NetLots, decimal Gross, decimal Net)
    {
        public static Holding Of(AccountView view, string symbol, Position[] positions, string currency)
        {
            if (view.Market.Instrument(symbol) is not { } instrument || view.Market.Quote(symbol) is not { } quote
                || Notional.Of(instrument, 1, quote.Mid, new CurrencyConverter(view.Market.Quote), currency) is not { } perLot)
            {
                throw new CapabilityException(ErrorCode.DataUnavailable, $"{symbol} cannot be valued in {currency} yet", "Try again after the next price.");
            }

            decimal net = positions.Sum(p => (int)p.Side * p.Volume);
            return new Holding(instrument, quote.Mid, net, positions.Sum(p => p.Volume) * perLot, net * perLot);
        }
    }
}
