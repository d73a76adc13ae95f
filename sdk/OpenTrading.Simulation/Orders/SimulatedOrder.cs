using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Orders;

/// <summary>An order the engine holds. Read-only to callers; it changes through the engine alone.</summary>
public sealed class SimulatedOrder
{
    internal const long Never = long.MaxValue;

    internal SimulatedOrder(long id, Instrument instrument, OrderTicket ticket, long steps)
    {
        Id = id;
        Instrument = instrument;
        InstrumentIndex = ticket.InstrumentIndex;
        Side = ticket.Side;
        Type = ticket.Type;
        Steps = steps;
        OcoGroup = ticket.OcoGroup;
        PositionId = ticket.PositionId;
        ClientId = ticket.ClientId;
        Direction = (int)ticket.Side;
        Exits = ExitLevels.Of(instrument, ticket);
        if (ticket.Type == OrderType.Market)
        {
            return;
        }

        PricePoints = PointPrices.FromOrder(instrument, Required(ticket.Price, instrument, ticket.Type, nameof(OrderTicket.Price)));
        if (ticket.Type == OrderType.StopLimit)
        {
            decimal limit = Required(ticket.LimitPrice, instrument, ticket.Type, nameof(OrderTicket.LimitPrice));
            LimitPoints = PointPrices.FromOrder(instrument, limit);
        }
    }

    /// <summary>Number of the order, rising from 1 in the order of placing.</summary>
    public long Id { get; }

    /// <summary>Instrument traded.</summary>
    public Instrument Instrument { get; }

    /// <summary>Index of the instrument in the engine's setups.</summary>
    public int InstrumentIndex { get; }

    /// <summary>Direction.</summary>
    public OrderSide Side { get; }

    /// <summary>Kind as placed.</summary>
    public OrderType Type { get; }

    /// <summary>Size in whole volume steps.</summary>
    public long Steps { get; }

    /// <summary>Size in lots.</summary>
    public decimal Lots => Steps * Instrument.VolumeStep;

    /// <summary>Limit price of a limit, stop price of a stop or stop-limit, price units; null for a market order.</summary>
    public decimal? Price => Type == OrderType.Market ? null : PricePoints * Instrument.Point;

    /// <summary>Limit price of a stop-limit, price units; null for other kinds.</summary>
    public decimal? LimitPrice => Type == OrderType.StopLimit ? LimitPoints * Instrument.Point : null;

    /// <summary>Stop loss level, price units; null when there is none or it is an offset.</summary>
    public decimal? StopLoss => Exits.StopLoss * Instrument.Point;

    /// <summary>Take profit level, price units; null when there is none or it is an offset.</summary>
    public decimal? TakeProfit => Exits.TakeProfit * Instrument.Point;

    /// <summary>Whether the stop of a stop-limit has been reached, so that it now works as a limit.</summary>
    public bool IsTriggered { get; internal set; }

    /// <summary>UTC instant at which it lapses; null when good till cancelled.</summary>
    public DateTime? ExpiresAt => ExpiryTicks == Never ? null : new DateTime(ExpiryTicks, DateTimeKind.Utc);

    /// <summary>Group whose members cancel each other; 0 means none.</summary>
    public long OcoGroup { get; }

    /// <summary>Position it closes; null for an entry.</summary>
    public long? PositionId { get; }

    /// <summary>The caller's own name for the order.</summary>
    public string? ClientId { get; }

    /// <summary>Whether it still waits to be filled.</summary>
    public bool IsWorking { get; internal set; } = true;

    internal int Direction { get; }

    internal int PricePoints { get; set; }

    internal int LimitPoints { get; set; }

    internal ExitLevels Exits { get; set; }

    internal long ExpiryTicks { get; set; } = Never;

    /// <summary>First bar number of its instrument in which a market order may fill.</summary>
    internal long DueBar { get; set; }

    /// <summary>First instant at which the order is with the broker, UTC ticks; tick mode only.</summary>
    internal long DueTicks { get; set; }

    internal bool IsPending => Type != OrderType.Market;

    /// <summary>Whether it fills at its price or better, as a limit or as a stop-limit whose stop was reached.</summary>
    internal bool ActsAsLimit => Type == OrderType.Limit || IsTriggered;

    internal int Level => IsTriggered ? LimitPoints : PricePoints;

    /// <summary>Whether an own-side price reaches the level from the side on which the order waits.</summary>
    internal bool IsReachedBy(int price) => ActsAsLimit == (Direction > 0) ? price <= Level : price >= Level;

    /// <summary>The order as a ticket with its present levels, from which an equal one can be made.</summary>
    internal OrderTicket ToTicket() => new()
    {
        InstrumentIndex = InstrumentIndex,
        Side = Side,
        Type = Type,
        Lots = Lots,
        Price = Price,
        LimitPrice = LimitPrice,
        StopLoss = StopLoss,
        StopLossOffset = Exits.StopLossOffset,
        TakeProfit = TakeProfit,
        TakeProfitOffset = Exits.TakeProfitOffset,
        TrailingPoints = Exits.TrailingPoints,
        Expiry = ExpiresAt is { } at ? OrderExpiry.On(at) : OrderExpiry.GoodTillCancelled,
        OcoGroup = OcoGroup,
        PositionId = PositionId,
        ClientId = ClientId,
    };

    private static decimal Required(decimal? value, Instrument instrument, OrderType type, string name) =>
        value ?? throw new ArgumentException($"{instrument.Symbol}: a {type} order needs {name}. Give it in price units.");
}
