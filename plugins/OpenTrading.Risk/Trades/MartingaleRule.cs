using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Trades;

/// <summary>After a loss the same source does not risk more in the same symbol. A loss whose risk nobody knows stops it.</summary>
[RiskRule("no_martingale", OrderClass.Entry, "lower volume",
    Description = "After a loss, the risk of the next entry of the same proposer and symbol is within a multiple of that trade's.")]
public sealed class MartingaleRule(
    [RiskParameter(Min = 0.1, Max = 1.0, Paper = 1.0, Description = "multiple of the risk of the trade that lost")] decimal factor,
    [RiskParameter(Min = 1, Max = 168, Paper = 24, Description = "hours for which a loss counts")] int h) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (Last(context) is not { IsLoss: true } lost || lost.ClosedAt <= context.Now.AddHours(-h))
        {
            return RuleResult.NotApplicable;
        }

        if (lost.Risk is not { } risk)
        {
            return RuleResult.Missing("the risk of the trade that lost");
        }

        if (Loss.AtStop(context, context.Order.Volume) is not { } loss)
        {
            return RuleResult.Missing("a stop, a price and a rate to the account currency");
        }

        string currency = context.Account.Currency;
        decimal limit = factor * risk;
        decimal perLot = Loss.PerLot(context.Instrument!, context.EntryPrice!.Value, context.Order.StopLoss!.Value, context.Rates, currency)!.Value;
        decimal floored = Math.Round(limit, Currencies.Digits(currency), MidpointRounding.ToNegativeInfinity);
        RuleResult result = RuleResult.AtMost(loss, limit, currency);
        return perLot > 0 ? result.OrReduceTo(floored / perLot) : result;
    }

    private static TradeResult? Last(RiskContext context)
    {
        IReadOnlyList<TradeResult> trades = context.History.Trades;
        for (int i = trades.Count - 1; i >= 0; i--)
        {
            if (trades[i].Symbol == context.Order.Symbol && trades[i].Source == context.Order.Proposer)
            {
                return trades[i];
            }
        }

        return null;
    }
}
