using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>Stop, target and pending price keep the distance from the market that the broker asks for.</summary>
[RiskRule("stop_level_min", OrderClass.EntryOrRaise | OrderClass.Tighten, "widen",
    Description = "Stop, target and pending price keep the distance from the market that the broker asks for.")]
public sealed class StopLevelRule(
    [RiskParameter(Min = 0, Max = 1000, Paper = 0, PerSymbol = true, Description = "points at least, whatever the broker asks for")] int extra) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Quote: { } quote, Instrument: { } instrument })
        {
            return RuleResult.Missing("a quote");
        }

        OrderIntent order = context.Order;
        bool isLong = ((order.Price is null ? context.Positions.FirstOrDefault(p => p.Ticket == order.Target)?.Side : null) ?? order.Side) == OrderSide.Buy;
        decimal reference = order.Price ?? (isLong ? quote.Bid : quote.Ask);
        decimal? nearest = null;
        foreach (decimal? level in (decimal?[])[order.StopLoss, order.TakeProfit])
        {
            nearest = Nearer(nearest, level - reference);
        }

        nearest = Nearer(nearest, order.Price - (isLong ? quote.Ask : quote.Bid));
        return nearest is { } distance ? RuleResult.AtLeast(distance / instrument.Point, Math.Max(instrument.StopsLevel, extra), "points") : RuleResult.NotApplicable;
    }

    private static decimal? Nearer(decimal? nearest, decimal? distance) =>
        distance is not { } found ? nearest : nearest is { } known ? Math.Min(known, Math.Abs(found)) : Math.Abs(found);
}
