using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>
/// A pending price lies within a band around the market: far off, it is a slip of the finger. A market order meets a market that has not just jumped away
/// from the median of its last minute; of bars nothing is said.
/// </summary>
[RiskRule("price_collar", OrderClass.EntryOrRaise, "check price",
    Description = "A pending price is within a percentage of the mid price, the mid price of a market order within one of its median of a minute.")]
public sealed class PriceCollarRule(
    [RiskParameter(Name = "market_pct", Min = 0.01, Max = 5, Paper = 0.5, PerSymbol = true, Description = "percent of the median mid price of a minute")] decimal market,
    [RiskParameter(Name = "pending_pct", Min = 0.1, Max = 20, Paper = 5, PerSymbol = true, Description = "percent of the mid price")] decimal pending) : IRiskRule
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public RuleResult Check(RiskContext context)
    {
        if (context.Order.Price is not { } price)
        {
            return context is { Class: OrderClass.Entry, Quote: { Mid: > 0 } now } ? Market(context, now.Mid) : RuleResult.NotApplicable;
        }

        return context.Quote is { Mid: > 0 } quote
            ? RuleResult.AtMost(Math.Abs((price / quote.Mid) - 1) * 100, pending, "%", decimals: 4)
            : RuleResult.Missing("a quote");
    }

    private RuleResult Market(RiskContext context, decimal mid) => context.Samples?.MedianMid(context.Now, Minute, out _) is { } median
        ? RuleResult.AtMost(Math.Abs((mid / median) - 1) * 100, market, "% of the last minute's median", decimals: 4)
        : RuleResult.NotApplicable;
}
