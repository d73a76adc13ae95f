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
    public RuleResult Check(RiskContext context) =>
        context is { Instrument: { } instrument, EntryPrice: { } entry } && Loss.AtStop(context, context.Order.Volume) is { } loss
            ? RuleResult.AtMost(ExpectedSwap.PerLot(context, instrument, entry, nights) * context.Order.Volume, frac * loss, context.Account.Currency)
            : RuleResult.Missing("a stop, a price and a rate to the account currency");
}
