using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Trades;

/// <summary>When many trades were stopped out, nothing is opened for a while: the market is another one than the strategies think.</summary>
[RiskRule("stoploss_guard", OrderClass.Entry, "wait", Scope = RiskScope.Account,
    Description = "Trades stopped out with a loss within minutes are below a number, or the last of them is long enough ago.")]
public sealed class StopLossGuardRule(
    [RiskParameter(Min = 1, Max = 20, Paper = 4, Description = "stopped trades")] int n,
    [RiskParameter(Paper = 1440, Description = "minutes within which they count")] int lookback,
    [RiskParameter(Name = "lock", Paper = 60, Description = "minutes without entries after the last of them")] int rest,
    [RiskParameter(Paper = GuardScope.Account, Description = "account, symbol or symbol_side")] GuardScope scope) : IRiskRule
{
    private readonly TimeSpan _window = TimeSpan.FromMinutes(lookback);

    public RuleResult Check(RiskContext context)
    {
        IReadOnlyList<TradeResult> trades = context.History.Trades;
        int stopped = 0;
        DateTime? last = null;
        for (int i = trades.Count - 1; i >= 0 && trades[i].ClosedAt > context.Now - _window; i--)
        {
            if (trades[i] is { ExitReason: FillReason.StopLoss, IsLoss: true } && IsMeant(trades[i], context.Order))
            {
                stopped++;
                last ??= trades[i].ClosedAt;
            }
        }

        RuleResult count = RuleResult.Test(stopped < n, $"{stopped}", "<", $"{n}", "stopped trades");
        return count.Outcome == RuleOutcome.Pass
            ? count
            : RuleResult.AtLeast(Math.Round((decimal)(context.Now - last!.Value).TotalMinutes, 2, MidpointRounding.ToNegativeInfinity), rest, "min since the last stop");
    }

    private bool IsMeant(TradeResult trade, OrderIntent order) => scope == GuardScope.Account
        || (trade.Symbol == order.Symbol && (scope == GuardScope.Symbol || trade.Side == order.Side));
}
