using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The stop is not farther from the entry than a share of the price: farther, it protects nothing.</summary>
[RiskRule("sl_distance_max", OrderClass.EntryOrRaise, "tighten SL",
    Description = "The stop is within a percentage of the entry price.")]
public sealed class StopDistanceMaxRule(
    [RiskParameter(Min = 0.05, Max = 20, Paper = 5, PerSymbol = true, Description = "percent of the entry price")] decimal pct) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Order.StopLoss is not { } stop)
        {
            return RuleResult.NotApplicable;
        }

        return context.EntryPrice is > 0 and { } entry ? RuleResult.AtMost(Math.Abs(entry - stop) / entry * 100, pct, "%", decimals: 4) : RuleResult.Missing("a quote");
    }
}
