using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Pace;

/// <summary>Few entries are sent within a trading day.</summary>
[RiskRule("orders_per_day_max", OrderClass.Entry, "wait for reset", Scope = RiskScope.Account,
    Description = "Entries sent within the trading day, this one included, stay within a number.")]
public sealed class OrdersPerDayRule(
    [RiskParameter(Min = 1, Max = 2000, Paper = 50, Live = 20, Description = "entries a day")] int n) : IRiskRule
{
    public RuleResult Check(RiskContext context) => RuleResult.AtMost(context.History.EntriesToday + 1, n, "entries a day");
}
