using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>A pending price is within percent of the market.</summary>
[RiskRule("price_collar", OrderClass.EntryOrRaise, "check price",
    Description = "A pending price is within percent of the market.")]
public sealed class PriceCollarRule(
    [RiskParameter(Name = "pending_pct", Min = 0.1, Max = 20, Paper = 5, PerSymbol = true, Description = "percent of the mid price, pending orders")] decimal pendingPct) : IRiskRule
{
    public RuleResult Check(RiskContext context) => context switch
    {
        { Order.Price: null } => RuleResult.NotApplicable,
        { Quote: { Mid: > 0 } quote, Order.Price: { } price } => RuleResult.AtMost(Math.Abs((price / quote.Mid) - 1) * 100m, pendingPct, "%"),
        _ => RuleResult.Missing("a quote"),
    };
}
