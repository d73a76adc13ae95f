using System.ComponentModel;
using System.Globalization;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>What the open positions amount to.</summary>
public sealed class ExposureCapabilities(PaperDesk paper)
{
    /// <summary>Exposure by symbol and currency.</summary>
    [Capability("get_exposure", "risk", Effect.Read, "GET /risk/exposure", Errors = [ErrorCode.NotConnected])]
    [Description("Gross and net exposure by symbol and currency, and the risk to all stops.")]
    public ExposureResult GetExposure(AccountName account = AccountName.Paper)
    {
        account.RequireConnected();
        return paper.Do(Answer);
    }

    private ExposureResult Answer(TradingDesk desk)
    {
        BrokerSnapshot snapshot = desk.Broker.Snapshot();
        Instrument instrument = paper.Symbol.Instrument;
        string currency = snapshot.Account.Currency;
        decimal longs = Lots(snapshot, OrderSide.Buy);
        decimal shorts = Lots(snapshot, OrderSide.Sell);
        decimal perLot = longs + shorts == 0 ? 0 : PerLot(desk, instrument, currency);
        decimal gross = Round((longs + shorts) * perLot, currency);
        decimal net = Round((longs - shorts) * perLot, currency);
        var risk = OpenRisk.Of(desk, instrument);
        PriceStamp stamp = paper.Stamp();
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
            BySymbol = longs + shorts == 0 ? [] : [new SymbolExposure(instrument.Symbol, longs - shorts, net, Percent.Of(net, snapshot.Account.Equity))],
            ByCurrency = longs == shorts ? [] : ByCurrency(instrument, longs - shorts, desk.Broker.Quote(instrument.Symbol)!),
            CorrelatedGroups = [],
            OpenRiskPct = risk.Pct,
            UnprotectedPositions = risk.Unprotected,
        };
    }

    private static decimal PerLot(TradingDesk desk, Instrument instrument, string currency) =>
        desk.Broker.Quote(instrument.Symbol) is { } quote && Notional.Of(instrument, 1, quote.Mid, new CurrencyConverter(desk.Broker.Quote), currency) is { } value
            ? value
            : throw new CapabilityException(ErrorCode.DataUnavailable, $"{instrument.Symbol} cannot be valued in {currency} yet", "Try again after the next bar.");

    // A pair is two currencies, one bought and one sold; anything else is held in its profit currency alone.
    private static CurrencyExposure[] ByCurrency(Instrument instrument, decimal netLots, Quote quote)
    {
        decimal units = netLots * instrument.ContractSize;
        return instrument.AssetClass is AssetClass.Fx or AssetClass.Metal
            ? [new CurrencyExposure(instrument.BaseCurrency, units), new CurrencyExposure(instrument.ProfitCurrency, Round(-units * quote.Mid, instrument.ProfitCurrency))]
            : [new CurrencyExposure(instrument.ProfitCurrency, Round(units * quote.Mid, instrument.ProfitCurrency))];
    }

    private static decimal Lots(BrokerSnapshot snapshot, OrderSide side) => snapshot.Positions.Where(p => p.Side == side).Sum(p => p.Volume);

    private static decimal Round(decimal amount, string currency) => Math.Round(amount, Currencies.Digits(currency), MidpointRounding.AwayFromZero);
}
