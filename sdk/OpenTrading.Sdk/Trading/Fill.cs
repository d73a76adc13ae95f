namespace OpenTrading.Sdk.Trading;

/// <summary>A deal: so much, at this price, with these costs, and what it did to the position. Money in account currency.</summary>
/// <param name="Side">Direction of the deal.</param>
/// <param name="Volume">Lots dealt.</param>
/// <param name="Price">Price, spread and slippage included.</param>
/// <param name="Reason">Why it happened.</param>
/// <param name="PositionTicket">Position it opened, enlarged, reduced or closed.</param>
/// <param name="ClosedVolume">Lots of an earlier position that it closed.</param>
/// <param name="Profit">Realised gross profit of the closed lots.</param>
/// <param name="Commission">Commission; negative is paid.</param>
/// <param name="Swap">Swap realised with the closed lots.</param>
/// <param name="Balance">Balance after the deal.</param>
/// <param name="StopLoss">Stop of the position after the deal.</param>
/// <param name="TakeProfit">Target of the position after the deal.</param>
/// <param name="PositionVolume">Open lots of the position after the deal; 0 when it is closed.</param>
/// <param name="PositionPrice">Entry price, or average price, of the position after the deal.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record Fill(
    OrderSide Side,
    decimal Volume,
    decimal Price,
    FillReason Reason,
    long PositionTicket,
    decimal ClosedVolume,
    decimal Profit,
    decimal Commission,
    decimal Swap,
    decimal Balance,
    decimal? StopLoss,
    decimal? TakeProfit,
    decimal PositionVolume,
    decimal PositionPrice);
