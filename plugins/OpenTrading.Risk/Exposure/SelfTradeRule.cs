using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>An entry, or the new price of a waiting order, does not meet the account's own waiting order from the other side.</summary>
[RiskRule("self_trade_policy", OrderClass.EntryOrRaise, "cancel own order",
    Description = "An entry, or a changed price, does not cross an own waiting order.")]
public sealed class SelfTradeRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        OrderIntent order = context.Order;
        if (order is { Kind: OrderKind.Modify, Price: null })
        {
            // Levels of a position meet nobody.
            return RuleResult.NotApplicable;
        }

        if (context.EntryPrice is not { } price)
        {
            return RuleResult.Missing("a quote");
        }

        WorkingOrder? crossed = context.Orders.FirstOrDefault(o => o.Symbol == order.Symbol && o.Ticket != order.Target && o.Side != order.Side && (order.Side == OrderSide.Buy ? price >= o.Price : price <= o.Price)
            && o.Type == OrderType.Limit);
        return RuleResult.Test(crossed is null, crossed is null ? "none" : crossed.Price.ToString(CultureInfo.InvariantCulture), "crossed by", price.ToString(CultureInfo.InvariantCulture));
    }
}
