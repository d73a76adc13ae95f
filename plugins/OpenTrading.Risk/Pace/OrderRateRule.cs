using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Pace;

/// <summary>Few orders that raise risk leave within a minute. Closing is never slowed down.</summary>
[RiskRule("order_rate_max", OrderClass.EntryOrRaise, "slow down", Scope = RiskScope.Account,
    Description = "Entries and raised risks sent within a minute, this one included, stay within a number.")]
public sealed class OrderRateRule(
    [RiskParameter(Name = "per_min", Min = 1, Max = 60, Paper = 10, Description = "orders a minute")] int perMinute) : IRiskRule
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public RuleResult Check(RiskContext context)
    {
        int sent = Counting.Within(context.History.Sent, context.Now, Minute, 0, static (order, _) => (order.Class & OrderClass.EntryOrRaise) != 0);
        return RuleResult.AtMost(sent + 1, perMinute, "orders a minute");
    }
}
