using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Trades;

/// <summary>A run of losing trades ends the day.</summary>
[RiskRule("consecutive_losses_max", OrderClass.Entry, "wait for reset", Scope = RiskScope.Account,
    Description = "The account's present run of losing trades of the day is below a number.")]
public sealed class ConsecutiveLossesRule(
    [RiskParameter(Min = 1, Max = 20, Paper = 4, Description = "losing trades in a row")] int n) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.State.DayStart is not { } start)
        {
            return context.History.Trades.Count == 0 ? RuleResult.NotApplicable : RuleResult.Missing("the begin of the current day");
        }

        IReadOnlyList<TradeResult> trades = context.History.Trades;
        int run = 0;
        while (run < trades.Count && trades[^(run + 1)].IsLoss && trades[^(run + 1)].ClosedAt >= start)
        {
            run++;
        }

        return RuleResult.Test(run < n, $"{run}", "<", $"{n}", "losses in a row");
    }
}
