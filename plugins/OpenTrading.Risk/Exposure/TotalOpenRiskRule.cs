using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>
/// What all open positions and waiting orders lose at their stops, this order included, is at most a fraction of the smaller of balance and equity.
/// One without a stop has no bound, and nothing may be added to it. The order is lowered to what is left.
/// </summary>
[RiskRule("total_open_risk_max", OrderClass.EntryOrRaise, "close or tighten", Scope = RiskScope.Account,
    Description = "The loss at all stops, with this order, is within this fraction of the smaller of balance and equity.")]
public sealed class TotalOpenRiskRule(
    [RiskParameter(Min = 0.001, Max = 0.20, Paper = 0.10, Live = 0.03, Description = "fraction of the risk base")] decimal frac) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        string currency = context.Account.Currency;
        if (context is not { Instrument: { } instrument, EntryPrice: { } entry, Order.StopLoss: { } stop } || Loss.PerLot(instrument, entry, stop, context.Rates, currency) is not { } perLot)
        {
            return RuleResult.Missing("a stop, a price and a rate to the account currency");
        }

        decimal open = 0;
        foreach (decimal? loss in context.Positions.Where(p => p.Ticket != context.Order.Target).Select(p => OfPosition(p, context)).Concat(
            context.Orders.Where(o => o.Ticket != context.Order.Target).Select(o => OfOrder(o, context))))
        {
            if (loss is not { } known)
            {
                return RuleResult.Test(false, "a position or order without a stop", "not beside", "another");
            }

            open += known;
        }

        int digits = Currencies.Digits(currency);
        decimal limit = frac * context.Account.RiskBase;
        RuleResult result = RuleResult.AtMost(Loss.RoundUp(open + (perLot * context.Order.Volume), digits), limit, currency);
        return perLot > 0 ? result.OrReduceTo((limit - open) / perLot) : result;
    }

    private static decimal? OfPosition(Position position, RiskContext context) => context.Markets.TryGetValue(position.Symbol, out PricedMarket? market)
        ? Loss.OfPosition(position, market, context.Rates, context.Account.Currency)
        : null;

    private static decimal? OfOrder(WorkingOrder order, RiskContext context) => order.StopLoss is { } stop && context.Markets.TryGetValue(order.Symbol, out PricedMarket? market)
        ? Loss.PerLot(market.Instrument, order.Price, stop, context.Rates, context.Account.Currency) * order.Volume
        : null;
}
