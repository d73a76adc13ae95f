using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>The swap to be expected is a small part of the risk.</summary>
[RiskRule("swap_cost_max", OrderClass.Entry, "shorten hold",
    Description = "The swap to be expected is a small part of the risk.")]
public sealed class SwapCostRule(
    [RiskParameter(Min = 0, Max = 30, Paper = 1, Description = "nights held")] int nights,
    [RiskParameter(Min = 0, Max = 1, Paper = 0.10, Description = "fraction of the risk")] decimal frac) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Instrument: { } instrument, EntryPrice: { } entry } || Loss.AtStop(context, context.Order.Volume) is not { } loss)
        {
            return RuleResult.Missing("a stop, a price and a rate to the account currency");
        }

        decimal rate = context.Order.Side == OrderSide.Buy ? instrument.SwapLong : instrument.SwapShort;
        decimal perLot = instrument.SwapMode switch
        {
            SwapMode.MoneyPerLot => rate,
            SwapMode.PercentPerYear => entry / instrument.TickSize * instrument.TickValue * rate / 36_000,
            _ => rate * instrument.Point / instrument.TickSize * instrument.TickValue * (context.Rates.Rate(instrument.ProfitCurrency, context.Account.Currency) ?? 0),
        };
        decimal cost = Math.Max(0, -perLot) * context.Order.Volume * Nights(context.Now, instrument.TripleSwapDay);
        return RuleResult.AtMost(cost, frac * loss, context.Account.Currency);
    }

    private int Nights(DateTime now, DayOfWeek triple)
    {
        int counted = 0;
        for (int night = 0; night < nights; night++)
        {
            counted += now.AddDays(night).DayOfWeek == triple ? 3 : 1;
        }

        return counted;
    }
}
