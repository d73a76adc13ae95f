using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>A pending price lies within a band around the market: far off, it is a slip of the finger.</summary>
[RiskRule("price_collar", OrderClass.EntryOrRaise, "check price",
    Description = "A pending price is within a percentage of the mid price.")]
public sealed class PriceCollarRule(
    [RiskParameter(Name = "pending_pct", Min = 0.1, Max = 20, Paper = 5, PerSymbol = true, Description = "percent of the mid price")] decimal pending) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Order.Price is not { } price)
        {
            return RuleResult.NotApplicable;
        }

        return context.Quote is { Mid: > 0 } quote
            ? RuleResult.AtMost(Math.Abs((price / quote.Mid) - 1) * 100, pending, "%")
            : RuleResult.Missing("a quote");
    }
}
