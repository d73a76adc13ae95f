using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>Only the allowed direction may be entered.</summary>
[RiskRule("side_restriction", OrderClass.EntryOrRaise, "change proposal",
    Description = "The direction is allowed.")]
public sealed class SideRestrictionRule(
    [RiskParameter(Paper = TradableSide.Both, PerSymbol = true, Description = "both, buy, sell or none")] TradableSide side) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        bool passes = side == TradableSide.Both || side == (context.Order.Side == OrderSide.Buy ? TradableSide.Buy : TradableSide.Sell);
        return RuleResult.Test(passes, context.Order.Side.ToString().ToLowerInvariant(), "in", side.ToString().ToLowerInvariant());
    }
}
