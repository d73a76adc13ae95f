using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The traded value of an entry is at most a multiple of the smaller of balance and equity. It is lowered to that.</summary>
[RiskRule("max_notional_per_order", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "The traded value of an entry is within a multiple of the smaller of balance and equity.")]
public sealed class NotionalPerOrderRule(
    [RiskParameter(Min = 0.1, Max = 50, Paper = 20, Live = 10, Description = "multiple of the risk base")] decimal mult) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        string currency = context.Account.Currency;
        if (context is not { Instrument: { } instrument, EntryPrice: { } entry } || Notional.Of(instrument, 1, entry, context.Rates, currency) is not { } perLot)
        {
            return RuleResult.Missing("a price and a rate to the account currency");
        }

        decimal limit = mult * context.Account.RiskBase;
        RuleResult result = RuleResult.AtMost(perLot * context.Order.Volume, limit, currency);
        return perLot > 0 ? result.OrReduceTo(limit / perLot) : result;
    }
}
