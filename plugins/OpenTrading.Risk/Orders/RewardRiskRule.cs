using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The distance to the target is at least this multiple of the distance to the stop.</summary>
[RiskRule("reward_risk_min", OrderClass.EntryOrRaise, "move TP or SL",
    Description = "The distance to the target is at least this multiple of the distance to the stop.")]
public sealed class RewardRiskRule(
    [RiskParameter(Min = 0.1, Max = 10, Paper = 0.7, Description = "target distance / stop distance")] decimal ratio,
    [RiskParameter(Name = "tp_required", Paper = false, Description = "whether an entry without a target is rejected")] bool targetRequired) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Order.TakeProfit is not { } target)
        {
            return targetRequired ? RuleResult.Missing("a take profit") : RuleResult.NotApplicable;
        }

        if (context.Order.StopLoss is not { } stop || context.EntryPrice is not { } entry || stop == entry)
        {
            return RuleResult.Missing("a stop away from the entry");
        }

        return RuleResult.AtLeast(Math.Abs(target - entry) / Math.Abs(entry - stop), ratio, "reward:risk", decimals: 4);
    }
}
