using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>What open positions, waiting orders and entries on their way lose at their stops, the target of the order under test left out.</summary>
internal static class OpenLosses
{
    /// <summary>Each with its loss, account currency, unrounded; null for one without stop, quote or rate, whose loss has no bound that is known.</summary>
    public static IEnumerable<(string Symbol, OrderSide Side, decimal? Loss)> Each(RiskContext context)
    {
        foreach (Position position in context.Positions)
        {
            if (position.Ticket != context.Order.Target)
            {
                yield return (position.Symbol, position.Side, context.Markets.TryGetValue(position.Symbol, out PricedMarket? market)
                    ? Loss.OfPosition(position, market, context.Rates, context.Account.Currency)
                    : null);
            }
        }

        foreach (WorkingOrder order in context.Committed)
        {
            if (order.Ticket != context.Order.Target)
            {
                yield return (order.Symbol, order.Side, order.StopLoss is { } stop && context.Markets.TryGetValue(order.Symbol, out PricedMarket? market)
                    ? Loss.PerLot(market.Instrument, order.Price, stop, context.Rates, context.Account.Currency) * order.Volume
                    : null);
            }
        }
    }

    /// <summary>All of it, account currency, unrounded; null when one of them has no bound that is known.</summary>
    public static decimal? Sum(RiskContext context)
    {
        decimal? sum = 0;
        foreach ((_, _, decimal? loss) in Each(context))
        {
            sum += loss;
        }

        return sum;
    }

    /// <summary>What one lot of the order under test loses at its stop, account currency, unrounded; null without stop, price or rate.</summary>
    public static decimal? PerLot(RiskContext context) => context is { Instrument: { } instrument, EntryPrice: { } entry, Order.StopLoss: { } stop }
        ? Loss.PerLot(instrument, entry, stop, context.Rates, context.Account.Currency)
        : null;

    /// <summary>The rejection of what would stand beside something whose loss has no bound.</summary>
    public static RuleResult Unbounded => RuleResult.Test(false, "a position or order without a stop", "not beside", "another");
}
