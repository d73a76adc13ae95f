using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>What is changed or closed is outside the distance within which the broker changes nothing.</summary>
[RiskRule("freeze_level", OrderClass.Raise | OrderClass.Tighten | OrderClass.Reduce | OrderClass.Close, "wait",
    Description = "What is changed or closed is outside the distance within which the broker changes nothing.")]
public sealed class FreezeLevelRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { FreezeLevel: > 0 } instrument)
        {
            return RuleResult.NotApplicable;
        }

        if (context.Quote is not { } quote)
        {
            return RuleResult.Missing("a quote");
        }

        decimal? nearest = null;
        if (context.Orders.FirstOrDefault(o => o.Ticket == context.Order.Target && context.Order.Kind is OrderKind.Cancel or OrderKind.Modify) is { } waiting)
        {
            nearest = Math.Abs(waiting.Price - (waiting.Side == OrderSide.Buy ? quote.Ask : quote.Bid));
        }
        else if (context.Positions.FirstOrDefault(p => p.Ticket == context.Order.Target) is { } position)
        {
            decimal price = position.Side == OrderSide.Buy ? quote.Bid : quote.Ask;
            foreach (decimal? level in (decimal?[])[position.StopLoss, position.TakeProfit])
            {
                nearest = level is { } at ? Math.Min(nearest ?? decimal.MaxValue, Math.Abs(at - price)) : nearest;
            }
        }

        return nearest is { } distance ? RuleResult.Above(distance / instrument.Point, instrument.FreezeLevel, "points") : RuleResult.NotApplicable;
    }
}
