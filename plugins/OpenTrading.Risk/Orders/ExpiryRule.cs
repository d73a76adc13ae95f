using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The expiry of a pending order is at least a minute away and not too far. An order without one waits until it is cancelled.</summary>
[RiskRule("expiry_valid", OrderClass.EntryOrRaise, "correct it",
    Description = "A pending order's expiry is at least 60 s and at most so many days away.")]
public sealed class ExpiryRule(
    [RiskParameter(Name = "max_days", Min = 1, Max = 30, Paper = 7, Description = "days")] int days) : IRiskRule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(60);

    public RuleResult Check(RiskContext context)
    {
        if (context.Order.Type == OrderType.Market || context.Order.Expiry is not { } expiry)
        {
            return RuleResult.NotApplicable;
        }

        TimeSpan left = expiry - context.Now;
        return left < Shortest
            ? RuleResult.Test(false, Seconds(left), ">=", Seconds(Shortest), "s")
            : RuleResult.AtMost((decimal)left.TotalDays, days, "days");
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
