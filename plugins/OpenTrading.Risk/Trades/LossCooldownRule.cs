using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Trades;

/// <summary>After a losing exit its symbol rests for minutes.</summary>
[RiskRule("cooldown_after_loss", OrderClass.Entry, "wait",
    Description = "Minutes have passed since the symbol's last losing exit.")]
public sealed class LossCooldownRule(
    [RiskParameter(Min = 0, Max = 1440, Paper = 15, Description = "minutes")] int min) : IRiskRule
{
    private readonly TimeSpan _rest = TimeSpan.FromMinutes(min);

    public RuleResult Check(RiskContext context)
    {
        IReadOnlyList<TradeResult> trades = context.History.Trades;
        for (int i = trades.Count - 1; i >= 0 && context.Now - trades[i].ClosedAt < _rest; i--)
        {
            if (trades[i].IsLoss && trades[i].Symbol == context.Order.Symbol)
            {
                return RuleResult.AtLeast(Math.Round((decimal)(context.Now - trades[i].ClosedAt).TotalMinutes, 2, MidpointRounding.ToNegativeInfinity), min, "min");
            }
        }

        return RuleResult.Test(true, "no loss", "within", $"{min}", "min");
    }
}
