using OpenTrading.Kernel.Orders;
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
    public static OpenRisk Of(AccountView view)
    {
        AccountSnapshot account = view.Snapshot.Account;
        decimal?[] losses = [.. view.Snapshot.Positions.Select(p => OfPosition(view.Market, p, account.Currency))];
        decimal rounded = Loss.RoundUp(losses.Sum() ?? 0, Currencies.Digits(account.Currency));
        return new OpenRisk(rounded, Percent.Of(rounded, account.RiskBase), losses.Count(loss => loss is null));
    }

    private static decimal? OfPosition(IMarketView market, Position position, string currency) => market.Instrument(position.Symbol) is { } instrument
        ? Loss.OfPosition(position, new PricedMarket(instrument, market.Quote(position.Symbol)), new CurrencyConverter(market.Quote), currency)
        : null;

    /// <summary>Price at which a position would close now.</summary>
    public static decimal ClosingPrice(Position position, Quote quote) => position.Side == OrderSide.Buy ? quote.Bid : quote.Ask;
}
