using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>A stop is neither removed nor moved away: of a position away from its side of the market, of a pending order away from its price.</summary>
[RiskRule("sl_no_widen", OrderClass.Raise, "keep SL",
    Description = "A stop is neither removed nor moved away.")]
public sealed class StopWideningRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        OrderIntent order = context.Order;
        decimal? price = order.Price;
        (decimal? Stop, bool IsLong, decimal? Price) old = price is null
            ? context.Positions.Where(p => p.Ticket == order.Target).Select(p => (p.StopLoss, p.Side == OrderSide.Buy, (decimal?)null)).FirstOrDefault()
            : context.Orders.Where(o => o.Ticket == order.Target).Select(o => (o.StopLoss, o.Side == OrderSide.Buy, (decimal?)o.Price)).FirstOrDefault();
        if (old.Stop is not { } before)
        {
            return RuleResult.NotApplicable;
        }

        if (order.StopLoss is not { } after)
        {
            return RuleResult.Test(false, "removed", "keeps", Text(before));
        }

        if (price is { } next && old.Price is { } first)
        {
            return RuleResult.AtMost(Math.Abs(next - after), Math.Abs(first - before), "from the price");
        }

        return old.IsLong ? RuleResult.Test(after >= before, Text(after), ">=", Text(before)) : RuleResult.Test(after <= before, Text(after), "<=", Text(before));
    }

    private static string Text(decimal price) => price.ToString(CultureInfo.InvariantCulture);
}
