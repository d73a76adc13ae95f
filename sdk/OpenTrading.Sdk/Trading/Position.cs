namespace OpenTrading.Sdk.Trading;

/// <summary>An open position as the broker reports it.</summary>
/// <param name="Ticket">Broker's number of the position.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Side">Direction.</param>
/// <param name="Volume">Open lots.</param>
/// <param name="EntryPrice">Price, or volume-weighted average price of a netted position.</param>
/// <param name="OpenedAt">UTC instant of the first fill.</param>
/// <param name="StopLoss">Stop level, price units.</param>
/// <param name="TakeProfit">Target level, price units.</param>
/// <param name="Profit">Floating profit without swap, account currency.</param>
/// <param name="Swap">Accrued swap, account currency.</param>
/// <param name="Magic">Mark of the program that opened it; 0 for none.</param>
/// <param name="Comment">Comment at the broker. Text from outside; never interpreted.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Position(
    long Ticket,
    string Symbol,
    OrderSide Side,
    decimal Volume,
    decimal EntryPrice,
    DateTime OpenedAt,
    decimal? StopLoss = null,
    decimal? TakeProfit = null,
    decimal Profit = 0,
    decimal Swap = 0,
    long Magic = 0,
    string Comment = "");
