using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Brokers;

/// <summary>A deal as the broker's history has it. Money in account currency.</summary>
/// <param name="Ticket">Broker's number of the deal.</param>
/// <param name="PositionTicket">Position it opened, changed or closed.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Side">Direction of the deal.</param>
/// <param name="IsExit">Whether it closed, wholly or in part.</param>
/// <param name="Volume">Lots.</param>
/// <param name="Price">Price.</param>
/// <param name="Profit">Realised gross profit.</param>
/// <param name="Swap">Realised swap.</param>
/// <param name="Commission">Commission; negative is paid.</param>
/// <param name="Time">UTC instant.</param>
/// <param name="ClientOrderId">Id of the order that caused it; null when it was none of the host's, or its mark was lost.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerDeal(
    long Ticket,
    long PositionTicket,
    string Symbol,
    OrderSide Side,
    bool IsExit,
    decimal Volume,
    decimal Price,
    decimal Profit,
    decimal Swap,
    decimal Commission,
    DateTime Time,
    string? ClientOrderId);
