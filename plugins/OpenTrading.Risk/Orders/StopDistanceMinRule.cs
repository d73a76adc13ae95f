using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The stop is at least so many spreads away: nearer, the next widening of the spread hits it.</summary>
[RiskRule("sl_distance_min", OrderClass.EntryOrRaise, "widen SL",
    Description = "The stop is at least so many spreads from the entry.")]
public sealed class StopDistanceMinRule(
    [RiskParameter(Name = "spread_mult", Min = 1, Max = 20, Paper = 2, PerSymbol = true, Description = "spreads")] decimal spreads) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Order.StopLoss is not { } stop)
        {
            return RuleResult.NotApplicable;
        }

        return context is { Quote: { } quote, Instrument: { } instrument, EntryPrice: { } entry }
            ? RuleResult.AtLeast(Math.Abs(entry - stop) / instrument.Point, spreads * quote.Spread / instrument.Point, "points")
            : RuleResult.Missing("a quote");
    }
}
