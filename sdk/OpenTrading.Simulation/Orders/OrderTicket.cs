using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Orders;

/// <summary>What is asked of the engine: one order with its protective levels.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record OrderTicket
{
    /// <summary>Index of the instrument in the engine's setups.</summary>
    public int InstrumentIndex { get; init; }

    /// <summary>Direction.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Kind. Default market.</summary>
    public OrderType Type { get; init; }

    /// <summary>Size in lots, floored to the instrument's volume step.</summary>
    public required decimal Lots { get; init; }

    /// <summary>Limit price of a limit, stop price of a stop or stop-limit, price units; null for a market order.</summary>
    public decimal? Price { get; init; }

    /// <summary>Limit price of a stop-limit once its stop is reached, price units.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>Stop loss as a level, price units. Acts on the bid for a long, on the ask for a short.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Stop loss as a distance from the fill price, points; used when <see cref="StopLoss"/> is null.</summary>
    public int? StopLossOffset { get; init; }

    /// <summary>Take profit as a level, price units. Acts on the bid for a long, on the ask for a short.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>Take profit as a distance from the fill price, points; used when <see cref="TakeProfit"/> is null.</summary>
    public int? TakeProfitOffset { get; init; }

    /// <summary>Distance of the trailing stop, points; null for none. Without a stop loss it also sets the first one.</summary>
    public int? TrailingPoints { get; init; }

    /// <summary>When a pending order lapses. Default good till cancelled.</summary>
    public OrderExpiry Expiry { get; init; }

    /// <summary>Orders of one group cancel each other: the first fill removes the rest. 0 means no group.</summary>
    public long OcoGroup { get; init; }

    /// <summary>Position this order closes, wholly or by <see cref="Lots"/>; null for an entry.</summary>
    public long? PositionId { get; init; }

    /// <summary>Bars by which a market order is late in bar mode, 0 or more; null takes the engine's setting.</summary>
    public int? DelayBars { get; init; }

    /// <summary>The caller's own name for the order; carried along, never read.</summary>
    public string? ClientId { get; init; }
}
