using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Pace;

/// <summary>Few changes are sent within a minute, and one ticket is not changed twice within a moment. The first stop of a position without one always goes out.</summary>
[RiskRule("modify_rate_max", OrderClass.Raise | OrderClass.Tighten, "slow down", Scope = RiskScope.Account,
    Description = "Changes sent within a minute stay within a number, those of one ticket apart by seconds; the first stop of a position is exempt.")]
public sealed class ModifyRateRule(
    [RiskParameter(Name = "per_min", Min = 1, Max = 120, Paper = 30, Description = "changes a minute")] int perMinute,
    [RiskParameter(Name = "ticket_s", Min = 0, Max = 60, Paper = 1, Description = "seconds between two changes of a ticket")] int ticketSeconds) : IRiskRule
{
    private const OrderClass Changes = OrderClass.Raise | OrderClass.Tighten;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public RuleResult Check(RiskContext context)
    {
        if (IsFirstStop(context))
        {
            return RuleResult.NotApplicable;
        }

        int sent = Counting.Within(context.History.Sent, context.Now, Minute, 0, static (order, _) => (order.Class & Changes) != 0);
        RuleResult rate = RuleResult.AtMost(sent + 1, perMinute, "changes a minute");
        return rate.Outcome == RuleOutcome.Pass && LastChange(context) is { } last
            ? RuleResult.AtLeast((decimal)(context.Now - last).TotalSeconds, ticketSeconds, "s since the last change")
            : rate;
    }

    private static DateTime? LastChange(RiskContext context)
    {
        IReadOnlyList<OrderTrace> sent = context.History.Sent;
        for (int i = sent.Count - 1; i >= 0 && context.Now - sent[i].Time <= Minute; i--)
        {
            if ((sent[i].Class & Changes) != 0 && sent[i].Target == context.Order.Target)
            {
                return sent[i].Time;
            }
        }

        return null;
    }

    // With a price it is a pending order that is changed, whatever position has the same number.
    private static bool IsFirstStop(RiskContext context) => context.Order is { StopLoss: not null, Price: null }
        && context.Positions.Any(p => p.Ticket == context.Order.Target && p.StopLoss is null);
}
