using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>What an order loses at its stop, costs included, is at most a fraction of the smaller of balance and equity.</summary>
[RiskRule("risk_per_trade_max", OrderClass.EntryOrRaise, "lower volume", Scope = RiskScope.Account,
    Description = "The loss at the stop, costs included, is within this fraction of the smaller of balance and equity.")]
public sealed class RiskPerTradeRule(
    [RiskParameter(Min = 0.0001, Max = 0.05, Paper = 0.05, Live = 0.01, Description = "fraction of the risk base")] decimal frac) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (Loss.AtStop(context, context.Order.Volume) is not { } loss)
        {
            return RuleResult.Missing("a stop, a price and a rate to the account currency");
        }

        string currency = context.Account.Currency;
        decimal limit = RoundDown(frac * context.Account.RiskBase, Currencies.Digits(currency));
        RuleResult result = RuleResult.AtMost(loss, limit, currency);

        // The unrounded loss of one lot, from the same inputs: the volume whose loss, rounded up, still fits.
        decimal perLot = Loss.PerLot(context.Instrument!, context.EntryPrice!.Value, context.Order.StopLoss!.Value, context.Rates, currency)!.Value;
        return perLot > 0 ? result.OrReduceTo(limit / perLot) : result;
    }

    private static decimal RoundDown(decimal amount, int digits) => Math.Round(amount, digits, MidpointRounding.ToNegativeInfinity);
}
