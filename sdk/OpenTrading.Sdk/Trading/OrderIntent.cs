using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Trading;

/// <summary>An order as proposed: exact prices and volume, who asks, and why. It moves nothing by itself.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record OrderIntent
{
    /// <summary>What is asked for.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>Instrument name.</summary>
    public required string Symbol { get; init; }

    /// <summary>Direction of the order itself: the close of a long position is a sell.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>How it fills.</summary>
    public OrderType Type { get; init; }

    /// <summary>Lots. For a modify or cancel: those of its target.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Limit or stop price of a pending order, also of one that is modified; null for market orders and for positions.</summary>
    public decimal? Price { get; init; }

    /// <summary>Stop-loss level, price units.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Take-profit level, price units.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>UTC instant at which a pending order lapses; null stays until cancelled.</summary>
    public DateTime? Expiry { get; init; }

    /// <summary>Ticket of the position or working order that is closed, changed or cancelled.</summary>
    public long? Target { get; init; }

    /// <summary>Price the proposer saw: ask for a buy, bid for a sell; the pending price of a pending order.</summary>
    public required decimal ReferencePrice { get; init; }

    /// <summary>Largest accepted distance between asked and filled price, points.</summary>
    public int Deviation { get; init; } = 10;

    /// <summary>Who proposes: <c>strategy:ID</c>, <c>client:ID</c>, <c>operator:ID</c> or <c>host</c>.</summary>
    public required string Proposer { get; init; }

    /// <summary>Confidence of the signal behind it, 0 to 1; null when there is none.</summary>
    public double? Confidence { get; init; }

    /// <summary>Why, in words. Text from outside; never interpreted.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Key under which a repeated proposal is the same proposal. Scope: the proposer. <c>[A-Za-z0-9._:-]{1,64}</c>.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Whether the gate may lower the volume to the largest that passes. False makes every reduction a rejection.</summary>
    public bool AcceptReduced { get; init; } = true;

    /// <summary>Price the risk is measured from: the pending price, or the market's entry price.</summary>
    public decimal EntryPrice(Quote quote) => Price ?? quote.EntryPrice(Side);
}
