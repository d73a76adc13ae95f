using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>Tells how many days were traded of those that a firm asks for. Rejects nothing; off by default.</summary>
[RiskRule("min_trading_days", OrderClass.Entry, "-", Scope = RiskScope.Account,
    Description = "Always; tells the days with an entry of those that are asked for.")]
public sealed class TradingDaysRule(
    [RiskParameter(Min = 1, Max = 365, Paper = "none", Description = "days with an entry")] int? n) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        int days = context.History.EntryDays;
        return n is { } wanted
            ? RuleResult.Test(true, days.ToString(CultureInfo.InvariantCulture), days < wanted ? "of" : ">=", wanted.ToString(CultureInfo.InvariantCulture), "days")
            : RuleResult.NotApplicable;
    }
}
