using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>
/// What all open positions and waiting orders lose at their stops, this order included, is at most a fraction of the smaller of balance and equity.
/// One without a stop has no bound, and nothing may be added to it. The order is lowered to what is left.
/// </summary>
[RiskRule("total_open_risk_max", OrderClass.EntryOrRaise, "close or tighten", Scope = RiskScope.Account,
    Description = "The loss at all stops, with this order, is within this fraction of the smaller of balance and equity.")]
public sealed class TotalOpenRiskRule(
    [RiskParameter(Min = 0.001, Max = 0.20, Paper = 0.10, Live = 0.03, Description = "fraction of the risk base")] decimal frac) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (OpenLosses.PerLot(context) is not { } perLot)
        {
            return RuleResult.Missing("a stop, a price and a rate to the account currency");
        }

        if (OpenLosses.Sum(context) is not { } open)
        {
            return OpenLosses.Unbounded;
        }

        string currency = context.Account.Currency;
        decimal limit = frac * context.Account.RiskBase;
        RuleResult result = RuleResult.AtMost(Loss.RoundUp(open + (perLot * context.Order.Volume), Currencies.Digits(currency)), limit, currency);
        return perLot > 0 ? result.OrReduceTo((limit - open) / perLot) : result;
    }
}
