using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>
/// Stop and target lie on their sides of the market, strictly. Long: stop below the bid, target above the entry; short: stop above the ask,
/// target below the entry. Pending orders are measured from their own price.
/// </summary>
[RiskRule("sl_tp_side", OrderClass.EntryOrRaise | OrderClass.Tighten, "swap or fix",
    Description = "Stop and target lie on their sides of the market, strictly.")]
public sealed class StopSideRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Quote is not { } quote)
        {
            return RuleResult.Missing("a quote");
        }

        OrderIntent order = context.Order;
        bool isLong = IsLong(context);
        decimal entry = order.Price ?? quote.EntryPrice(isLong ? OrderSide.Buy : OrderSide.Sell);
        decimal exit = order.Price ?? quote.EntryPrice(isLong ? OrderSide.Sell : OrderSide.Buy);
        if (order.StopLoss is { } stop && (isLong ? stop >= exit : stop <= exit))
        {
            return RuleResult.Test(false, $"stop {Text(stop)}", isLong ? "<" : ">", Text(exit));
        }

        if (order.TakeProfit is { } target && (isLong ? target <= entry : target >= entry))
        {
            return RuleResult.Test(false, $"target {Text(target)}", isLong ? ">" : "<", Text(entry));
        }

        return RuleResult.Test(true, $"stop {Text(order.StopLoss)}, target {Text(order.TakeProfit)}", "around", Text(entry));
    }

    // A modification has the side of what it changes: a pending order when it has a price, else the position of that number.
    private static bool IsLong(RiskContext context) =>
        ((context.Order.Price is null ? context.Positions.FirstOrDefault(p => p.Ticket == context.Order.Target)?.Side : null) ?? context.Order.Side) == OrderSide.Buy;

    private static string Text(decimal? price) => price?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
