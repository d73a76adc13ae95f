using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>A share of equity stays free of margin once the entry is filled. The entry is lowered to that. Without leverage no margin is used.</summary>
[RiskRule("free_margin_min", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "Free margin, with this entry, is at least a fraction of equity.")]
public sealed class FreeMarginRule(
    [RiskParameter(Min = 0.05, Max = 0.95, Paper = 0.20, Live = 0.50, Description = "fraction of equity")] decimal frac) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Account.Leverage is null)
        {
            return RuleResult.NotApplicable;
        }

        if (OrderMargin.PerLot(context) is not { } perLot || OrderMargin.Reserved(context) is not { } reserved)
        {
            return RuleResult.Missing("a price and a rate to the account currency");
        }

        decimal free = context.Account.Equity - context.Account.Margin - reserved;
        decimal least = frac * context.Account.OwnEquity;
        RuleResult result = RuleResult.AtLeast(free - (perLot * context.Order.Volume), least, context.Account.Currency);
        return perLot > 0 ? result.OrReduceTo((free - least) / perLot) : result;
    }
}
