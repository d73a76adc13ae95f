using OpenTrading.Risk.Exposure;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Losses;

/// <summary>If everything is stopped out at once, this order included, own equity is still above the highest floor and its buffer. One without a stop has no worst case.</summary>
[RiskRule("worst_case_at_all_sl", OrderClass.EntryOrRaise, "lower volume", Scope = RiskScope.Account,
    Description = "Equity less the loss at all stops, with this order, is at least the highest floor and its buffer.")]
public sealed class WorstCaseRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Floor is not { } floor || OpenLosses.PerLot(context) is not { } perLot)
        {
            return RuleResult.Missing("a floor, a stop, a price and a rate to the account currency");
        }

        if (OpenLosses.Sum(context) is not { } open)
        {
            return OpenLosses.Unbounded;
        }

        string currency = context.Account.Currency;
        decimal room = context.Account.OwnEquity - open - floor.Trip;
        decimal worst = context.Account.OwnEquity - Loss.RoundUp(open + (perLot * context.Order.Volume), Currencies.Digits(currency));
        RuleResult result = RuleResult.AtLeast(worst, floor.Trip, currency);
        return perLot > 0 ? result.OrReduceTo(room / perLot) : result;
    }
}
