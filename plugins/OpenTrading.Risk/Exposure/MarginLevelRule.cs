using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Equity stays a multiple of the margin that is used once the entry is filled. The entry is lowered to that. Without leverage no margin is used.</summary>
[RiskRule("margin_level_min_after", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "Equity over used margin, with this entry, is at least a percentage.")]
public sealed class MarginLevelRule(
    [RiskParameter(Min = 110, Max = 100_000, Paper = 200, Live = 500, Description = "percent")] decimal pct) : IRiskRule
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

        decimal used = context.Account.Margin + reserved;
        decimal margin = used + (perLot * context.Order.Volume);
        if (margin <= 0)
        {
            return RuleResult.NotApplicable;
        }

        decimal most = context.Account.OwnEquity * 100 / pct;
        return RuleResult.AtLeast(context.Account.OwnEquity / margin * 100, pct, "%", decimals: 2).OrReduceTo((most - used) / perLot);
    }
}
