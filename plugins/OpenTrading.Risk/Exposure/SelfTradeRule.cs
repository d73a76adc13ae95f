using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>An entry does not meet the account's own waiting order from the other side.</summary>
[RiskRule("self_trade_policy", OrderClass.Entry, "cancel own order",
    Description = "An entry does not cross an own waiting order.")]
public sealed class SelfTradeRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        OrderIntent order = context.Order;
        if (context.EntryPrice is not { } price)
        {
            return RuleResult.Missing("a quote");
        }

        WorkingOrder? crossed = context.Orders.FirstOrDefault(o => o.Symbol == order.Symbol && o.Side != order.Side && (order.Side == OrderSide.Buy ? price >= o.Price : price <= o.Price)
            && o.Type == OrderType.Limit);
        return RuleResult.Test(crossed is null, crossed is null ? "none" : crossed.Price.ToString(CultureInfo.InvariantCulture), "crossed by", price.ToString(CultureInfo.InvariantCulture));
    }
}
