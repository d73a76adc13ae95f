using OpenTrading.Risk.Market;
using OpenTrading.Risk.Switches;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>
/// What an entry is expected to gain is more than what it costs: expected move - spread - commission - swap, in points and as a part of the distance to
/// the stop. A confidence is no probability; where no edge was measured nothing is said, unless one is required. An operator's own orders need none.
/// </summary>
[RiskRule("edge_floor", OrderClass.Entry, "skip trade",
    Description = "The expected move less all costs is at least so many points, and such a part of the distance to the stop; an operator's own orders need none.")]
public sealed class EdgeFloorRule(
    [RiskParameter(Min = 0, Max = 1_000_000, Paper = 1, PerSymbol = true, Description = "points")] decimal points,
    [RiskParameter(Min = 0, Max = 100, Paper = 0.02, PerSymbol = true, Description = "fraction of the distance to the stop")] decimal r,
    [RiskParameter(Paper = false, Description = "whether an entry without a known edge is rejected")] bool required) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (Proposers.IsOperator(context.Order.Proposer))
        {
            return RuleResult.NotApplicable;
        }

        if (context is not { Instrument: { } instrument, Quote: { } quote, EntryPrice: { } entry, Order.StopLoss: { } stop } || stop == entry)
        {
            return context.Edge is null && !required ? RuleResult.NotApplicable : RuleResult.Missing("a quote and a stop away from the entry");
        }

        decimal toStop = Math.Abs(entry - stop) / instrument.Point;
        if (Gross(context, entry, toStop, instrument) is not { } gross)
        {
            return required ? RuleResult.Missing("an edge") : RuleResult.NotApplicable;
        }

        if (Costs(context, instrument, quote, entry) is not { } costs)
        {
            return RuleResult.Missing("a rate to the account currency");
        }

        RuleResult absolute = RuleResult.AtLeast(gross - costs, points, "points");
        return absolute.Outcome == RuleOutcome.Pass ? RuleResult.AtLeast((gross - costs) / toStop, r, "of the distance to the stop", decimals: 4) : absolute;
    }

    private static decimal? Gross(RiskContext context, decimal entry, decimal toStop, Instrument instrument) => context.Edge switch
    {
        { GrossPoints: { } known } => known,
        { WinProbability: { } p } when context.Order.TakeProfit is { } target => (p * Math.Abs(target - entry) / instrument.Point) - ((1 - p) * toStop),
        _ => null,
    };

    // Points of a round turn: what the account pays, over what it gains when the price moves a point.
    private static decimal? Costs(RiskContext context, Instrument instrument, Quote quote, decimal entry)
    {
        if (context.Rates.Rate(instrument.ProfitCurrency, context.Account.Currency) is not { } rate)
        {
            return null;
        }

        decimal perPoint = instrument.Point / instrument.TickSize * instrument.TickValue * rate;
        int nights = (int)Math.Ceiling(context.PlannedHold?.TotalDays ?? 0);
        decimal money = (2 * instrument.CommissionPerLot) + ExpectedSwap.PerLot(context, instrument, entry, nights);
        return (quote.Spread / instrument.Point) + (money / perPoint);
    }
}
