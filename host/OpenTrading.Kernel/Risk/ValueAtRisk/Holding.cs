using OpenTrading.Kernel.Risk.Exposure;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>All positions of an account in one instrument.</summary>
/// <param name="Symbol">The instrument, at the source of its prices.</param>
/// <param name="NetLots">Long less short.</param>
/// <param name="Exposure">What they gain when the price doubles, account currency; negative for a short holding.</param>
internal sealed record Holding(MarketSymbol Symbol, decimal NetLots, double Exposure)
{
    /// <summary>The holdings of an account.</summary>
    /// <param name="view">The account.</param>
    /// <param name="find">The instrument of a symbol, at the source of the account's prices.</param>
    /// <exception cref="CapabilityException">DATA_UNAVAILABLE: there is no price of one of them.</exception>
    public static IReadOnlyList<Holding> Of(AccountView view, Func<string, MarketSymbol> find)
    {
        var rates = new CurrencyConverter(view.Market.Quote);
        return
        [
            .. view.Snapshot.Positions.GroupBy(p => p.Symbol).Select(positions =>
            {
                MarketSymbol symbol = find(positions.Key);
                decimal lots = positions.Sum(p => (int)p.Side * p.Volume);
                Quote quote = view.Market.Quote(positions.Key) ?? throw new CapabilityException(
                    ErrorCode.DataUnavailable, $"There is no price of {positions.Key} yet", "Try again after the next price.");
                return new Holding(symbol, lots, (double)new PositionMoney(symbol.Instrument, rates, view.Snapshot.Account.Currency).Of(quote.Mid, lots));
            }),
        ];
    }
}
