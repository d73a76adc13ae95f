namespace OpenTrading.Sdk.Trading;

/// <summary>A pending order that waits at the broker.</summary>
/// <param name="Ticket">Broker's number of the order.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Side">Direction.</param>
/// <param name="Type">Limit, stop or stop-limit.</param>
/// <param name="Volume">Lots.</param>
/// <param name="Price">Trigger or limit price.</param>
/// <param name="StopLoss">Stop level of the position it will open.</param>
/// <param name="TakeProfit">Target level of the position it will open.</param>
/// <param name="Expiry">UTC instant at which it lapses; null stays.</param>
/// <param name="Magic">Mark of the program that placed it; 0 for none.</param>
/// <param name="Comment">Comment at the broker. Text from outside; never interpreted.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record WorkingOrder(
    long Ticket,
    string Symbol,
    OrderSide Side,
    OrderType Type,
    decimal Volume,
    decimal Price,
    decimal? StopLoss = null,
    decimal? TakeProfit = null,
    DateTime? Expiry = null,
    long Magic = 0,
    string Comment = "");
