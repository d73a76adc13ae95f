using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>What open positions lose when all their stops are hit.</summary>
/// <param name="Money">Loss from the present price, account currency, rounded up; of the positions that have a stop.</param>
/// <param name="Pct">That in percent of the smaller of balance and equity.</param>
/// <param name="Unprotected">Positions whose loss has no bound that is known: without a stop, or without a price.</param>
internal readonly record struct OpenRisk(decimal Money, decimal Pct, int Unprotected)
{
    /// <summary>The open risk of an account.</summary>
    public static OpenRisk Of(TradingDesk desk)
    {
        AccountSnapshot account = desk.Broker.Snapshot().Account;
        decimal?[] losses = [.. desk.Broker.Positions.Select(p => OfPosition(desk, p, account.Currency))];
        decimal rounded = Loss.RoundUp(losses.Sum() ?? 0, Currencies.Digits(account.Currency));
        return new OpenRisk(rounded, Percent.Of(rounded, account.RiskBase), losses.Count(loss => loss is null));
    }

    private static decimal? OfPosition(TradingDesk desk, Position position, string currency) => desk.Market.Instrument(position.Symbol) is { } instrument
        ? Loss.OfPosition(position, new PricedMarket(instrument, desk.Broker.Quote(position.Symbol)), new CurrencyConverter(desk.Broker.Quote), currency)
        : null;

    /// <summary>Price at which a position would close now.</summary>
    public static decimal ClosingPrice(Position position, Quote quote) => position.Side == OrderSide.Buy ? quote.Bid : quote.Ask;
}
