using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Approvals;

/// <summary>Between proposal and sending the price has moved by few points, and by a small part of the way to the stop, in either direction.</summary>
[RiskRule("approval_price_drift", OrderClass.Entry, "propose again",
    Description = "Between proposal and sending the price has moved by few points, and by a small part of the way to the stop, in either direction.")]
public sealed class ApprovalDriftRule(
    [RiskParameter(Min = 0, Max = 500, Paper = 20, PerSymbol = true, Description = "points")] decimal points,
    [RiskParameter(Name = "frac_sl", Min = 0, Max = 0.5, Paper = 0.10, Description = "fraction of the distance to the stop")] decimal fracSl) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Stage: GateStage.Final, Approval: not null })
        {
            return RuleResult.NotApplicable;
        }

        if (context is not { EntryPrice: { } price, Instrument: { } instrument })
        {
            return RuleResult.Missing("a price");
        }

        decimal limit = context.Order.StopLoss is { } stop ? Math.Min(points, fracSl * Math.Abs(price - stop) / instrument.Point) : points;
        return RuleResult.AtMost(Math.Abs(price - context.Order.ReferencePrice) / instrument.Point, limit, "points");
    }
}
