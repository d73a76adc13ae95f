namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>A deal or a past order, as the terminal has it.</summary>
/// <param name="Ticket">Number of the deal or order.</param>
/// <param name="Order">Order of a deal.</param>
/// <param name="Position">Position it belongs to.</param>
/// <param name="Symbol">Broker's name of the symbol.</param>
/// <param name="Side">buy or sell.</param>
/// <param name="Entry">in, out, inout, out_by or balance; of a deal.</param>
/// <param name="Type">market, limit, stop or stop_limit; of an order.</param>
/// <param name="State">State it ended in; of an order.</param>
/// <param name="Lots">Volume.</param>
/// <param name="Price">Price.</param>
/// <param name="Profit">Realised profit; of a deal.</param>
/// <param name="Swap">Realised swap; of a deal.</param>
/// <param name="Commission">Commission; of a deal.</param>
/// <param name="Reason">Who caused a deal.</param>
/// <param name="Magic">Number of the program.</param>
/// <param name="Comment">Comment at the broker.</param>
/// <param name="ClientOrderId">Id of this host's order behind it.</param>
/// <param name="Time">UTC time: of a deal its own, of an order its end.</param>
public sealed record Mt5HistoryItem(
    long Ticket,
    long? Order,
    long? Position,
    string Symbol,
    string Side,
    string? Entry,
    string? Type,
    string? State,
    decimal Lots,
    decimal Price,
    decimal? Profit,
    decimal? Swap,
    decimal? Commission,
    string? Reason,
    long Magic,
    string Comment,
    string? ClientOrderId,
    DateTime Time);
