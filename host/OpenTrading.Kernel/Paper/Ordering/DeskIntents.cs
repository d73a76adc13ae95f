using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Makes intents of what plugins place.</summary>
internal static class DeskIntents
{
    /// <summary>The intent of an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="quote">What its proposer saw.</param>
    /// <param name="actor">Who proposes it.</param>
    /// <param name="key">Its key.</param>
    public static OrderIntent ToIntent(this DeskOrder order, Instrument instrument, Quote quote, string actor, string key) => new()
    {
        Kind = order.Kind,
        Symbol = instrument.Symbol,
        Side = order.Side,
        Volume = order.Lots,
        StopLoss = order.StopLoss,
        TakeProfit = order.TakeProfit,
        Target = order.Target,
        Deviation = order.Deviation,
        ReferencePrice = quote.EntryPrice(order.Side),
        Proposer = actor,
        Reason = order.Comment,
        IdempotencyKey = key,
        AcceptReduced = false,
    };
}
